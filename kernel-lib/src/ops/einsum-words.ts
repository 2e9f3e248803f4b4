/**
 * Reading the subscripts of einsum: `"ij,jk->ik"`, checked against the shapes of the operands.
 */
import { ShapeError } from "../core/errors.js";
import type { Shape } from "../core/shape.js";
import { formatShape } from "../core/shape.js";
import { describeValue } from "../core/words.js";

/** A name per axis; the axes behind `...` are called 0, 1, 2 from the right. */
interface Subscripts {
  readonly inputs: string[][];
  readonly output: string[];
}

const form = /^[a-zA-Z.]*(,[a-zA-Z.]*)?(->[a-zA-Z.]*)?$/;

/** Names for every axis of one or two operands and of the result. */
export function parseSubscripts(subscripts: string, shapes: readonly Shape[]): Subscripts {
  if (typeof subscripts !== "string") throw formError(subscripts);
  const text = subscripts.replaceAll(" ", "");
  if (shapes.length < 1 || shapes.length > 2) {
    throw new ShapeError(`einsum: one or two tensors are needed, got ${shapes.length}`);
  }
  if (!form.test(text)) throw formError(subscripts);
  const [left, right] = text.split("->");
  const terms = left.split(",");
  if (terms.length !== shapes.length) {
    const got = `${terms.length} in "${subscripts}" for ${shapes.length}`;
    throw new ShapeError(`einsum: each tensor needs its letters, got ${got}`);
  }
  const inputs = terms.map((term, k) => expandTerm(term, shapes[k], subscripts));
  const output = right === undefined ? impliedOutput(inputs) : expandOutput(right, inputs, subscripts);
  return { inputs, output };
}

function formError(subscripts: unknown): ShapeError {
  return new ShapeError(
    `einsum: subscripts are letters like "ij,jk->ik" for one or two tensors, got ${describeValue(subscripts)}`,
  );
}

/** Letters before and behind `...`. */
function splitTerm(term: string, subscripts: string): { before: string[]; behind: string[] | null } {
  const parts = term.split("...");
  if (parts.length > 2 || parts.some((part) => part.includes("."))) throw formError(subscripts);
  return { before: [...parts[0]], behind: parts.length === 2 ? [...parts[1]] : null };
}

function expandTerm(term: string, shape: Shape, subscripts: string): string[] {
  const { before, behind } = splitTerm(term, subscripts);
  const free = shape.length - before.length - (behind?.length ?? 0);
  if (free >= 0 && (behind !== null || free === 0)) return [...before, ...numbers(free), ...(behind ?? [])];
  const got = `"${term}" for shape ${formatShape(shape)}`;
  throw new ShapeError(`einsum: one letter per axis is needed, got ${got}: ${shape.length} axes`);
}

/** n-1, ..., 1, 0: names counted from the right, where shapes are aligned. */
function numbers(n: number): string[] {
  return Array.from({ length: n }, (_, i) => String(n - 1 - i));
}

function broadcastNames(inputs: readonly string[][]): string[] {
  return numbers(Math.max(...inputs.map((labels) => labels.filter((label) => /^\d/.test(label)).length)));
}

/** The axes behind `...`, then the letters that come once, in the order of the alphabet. */
function impliedOutput(inputs: readonly string[][]): string[] {
  const letters = inputs.flat().filter((label) => !/^\d/.test(label));
  const once = letters.filter((label) => letters.indexOf(label) === letters.lastIndexOf(label));
  return [...broadcastNames(inputs), ...once.sort()];
}

function expandOutput(term: string, inputs: readonly string[][], subscripts: string): string[] {
  const { before, behind } = splitTerm(term, subscripts);
  const letters = [...before, ...(behind ?? [])];
  const unknown = letters.find((label) => !inputs.flat().includes(label));
  if (unknown !== undefined) {
    throw new ShapeError(
      `einsum: the result's letters come from the tensors, got ${unknown} in "${subscripts}"`,
    );
  }
  const twice = letters.find((label, k) => letters.indexOf(label) !== k);
  if (twice !== undefined) {
    throw new ShapeError(`einsum: a letter comes once in the result, got ${twice} twice in "${subscripts}"`);
  }
  const free = broadcastNames(inputs);
  if (behind === null && free.length > 0) {
    throw new ShapeError(`einsum: the result needs ... as the tensors have it, got "${subscripts}"`);
  }
  return [...before, ...(behind === null ? [] : free), ...(behind ?? [])];
}
