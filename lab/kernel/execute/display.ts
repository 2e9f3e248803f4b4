// How a value looks in the notebook: a bundle of MIME types. A value may say so itself, through
// Symbol.for("Jupyter.display"); everything else is printed as Node's REPL would print it.

import { inspect } from "node:util";
import { currentRun } from "./current.js";
import { type MimeBundle, send } from "./frames.js";

const displaySymbol = Symbol.for("Jupyter.display");

/** Options of `display`: the id under which the output can be replaced later, and whether this replaces it. */
export interface DisplayOptions {
  id?: string;
  update?: boolean | string;
  metadata?: MimeBundle;
}

/** What `display` returns. */
export interface DisplayHandle {
  readonly id: string;
  /** Shows another value in the same place. */
  update(value: unknown): void;
}

let handles = 0;

/** The bundle of any value; "text/plain" is always in it. */
export async function bundleOf(value: unknown): Promise<MimeBundle> {
  const own = ownDisplay(value);
  const bundle = typeof own === "function" ? await own.call(value) : own;
  if (!isRecord(bundle)) return { "text/plain": textOf(value) };
  return "text/plain" in bundle ? bundle : { ...bundle, "text/plain": textOf(value) };
}

/** Shows a value below the cell, and returns a handle with which to replace it. */
export function display(value: unknown, options: DisplayOptions = {}): DisplayHandle {
  const { cell } = currentRun();
  const id = typeof options.update === "string" ? options.update : (options.id ?? `display-${++handles}`);
  const show = (shown: unknown, update: boolean): void => {
    const own = ownDisplay(shown);
    const bundle = typeof own === "function" ? own.call(shown) : own;
    const send = (data: MimeBundle) => showBundle(data, { ...options, id, update }, cell);
    if (bundle instanceof Promise) void bundle.then((data) => send(data as MimeBundle));
    else send(isRecord(bundle) ? bundle : { "text/plain": textOf(shown) });
  };
  show(value, options.update !== undefined && options.update !== false);
  return { id, update: (next) => show(next, true) };
}

/** Shows a bundle as it is: what libraries call through globalThis[Symbol.for("nabla.display")]. */
export function showBundle(data: MimeBundle, options: DisplayOptions = {}, cell = currentRun().cell): void {
  const id = typeof options.update === "string" ? options.update : options.id;
  const update = options.update !== undefined && options.update !== false;
  send({ t: "display", cell, data, metadata: options.metadata ?? {}, id, update });
}

/** Removes what the cell has shown so far; with `wait`, when the next output comes. */
export function clearOutput(wait = false): void {
  send({ t: "clear", cell: currentRun().cell, wait });
}

function ownDisplay(value: unknown): unknown {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return undefined;
  return (value as Record<symbol, unknown>)[displaySymbol];
}

function isRecord(value: unknown): value is MimeBundle {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 });
}
