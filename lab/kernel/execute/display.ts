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

/** What `display` returns; as a cell's result it shows nothing more. */
export class DisplayHandle {
  readonly id: string;
  private readonly options: DisplayOptions;
  private readonly cell: number;

  constructor(id: string, options: DisplayOptions, cell: number) {
    this.id = id;
    this.options = options;
    this.cell = cell;
  }

  /** Shows another value in the same place. */
  update(value: unknown): void {
    this.show(value, true);
  }

  show(value: unknown, update: boolean): void {
    const own = ownDisplay(value);
    const bundle = typeof own === "function" ? own.call(value) : own;
    const show = (data: MimeBundle) => showBundle(data, { ...this.options, id: this.id, update }, this.cell);
    if (bundle instanceof Promise) void bundle.then(show);
    else show(isRecord(bundle) ? bundle : { "text/plain": textOf(value) });
  }
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
  const { update = false } = options;
  const id = typeof update === "string" ? update : (options.id ?? `display-${++handles}`);
  const handle = new DisplayHandle(id, { metadata: options.metadata ?? {} }, currentRun().cell);
  handle.show(value, update !== false);
  return handle;
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
