// Values as lists of their leaves, to be compared place by place: two wrong answers may agree in one part and not in another.
// NaN equals NaN here, and infinities each other: an overflow looks the same in both.
import type { Tensor } from "kernel-lib";
import { isTensor } from "../calls.js";

/** What a call gave, by place: `grads.dw`; the whole value has the place "". A thrown error is a place of its own. */
export type Leaves = ReadonlyMap<string, unknown>;

/** Only so many leaves are looked at, and so much of a name: names of places are made of names, level by level. */
export const mostLeaves = 2000;
const longestName = 200;

export function leavesOf(value: unknown): Leaves {
  const leaves = new Map<string, unknown>();
  collect(value, "", leaves);
  return leaves;
}

export function thrownLeaves(name: string, message: string): Leaves {
  return new Map([["!", `${name}: ${message}`]]);
}

function collect(value: unknown, path: string, leaves: Map<string, unknown>): void {
  const isPlain = typeof value === "object" && value !== null && !isTensor(value);
  if (!isPlain) {
    leaves.set(path, value);
    return;
  }
  if (Array.isArray(value)) leaves.set(`${path}.length`, value.length);
  for (const key of Object.keys(value)) {
    if (leaves.size > mostLeaves) return;
    const name = key.slice(0, longestName);
    collect((value as Record<string, unknown>)[key], path === "" ? name : `${path}.${name}`, leaves);
  }
}

function isEqualLeaf(a: unknown, b: unknown): boolean {
  if (isTensor(a) && isTensor(b))
    return a.shape.join() === b.shape.join() && areClose(numbers(a), numbers(b));
  return typeof a === "number" && typeof b === "number" ? isClose(a, b) : Object.is(a, b);
}

function numbers(t: Tensor): number[] {
  return [t.ravel().toArray()].flat().map(Number);
}

function areClose(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => isClose(value, b[i]!));
}

function isClose(a: number, b: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-9 + 1e-6 * Math.abs(b);
}

/** Places where two values differ, one missing in either among them. */
export function differingPlaces(a: Leaves, b: Leaves): Set<string> {
  const places = new Set([...a.keys(), ...b.keys()]);
  for (const place of places)
    if (a.has(place) && b.has(place) && isEqualLeaf(a.get(place), b.get(place))) places.delete(place);
  return places;
}

/** The same everywhere. */
export function isEqual(a: Leaves, b: Leaves): boolean {
  return differingPlaces(a, b).size === 0;
}
