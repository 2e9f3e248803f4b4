/**
 * Sends a MIME bundle to whatever shows this program: our kernel, stock tslab, or a terminal. A notebook front end
 * picks the richest form it knows from the bundle; a terminal gets the line of text.
 */
import { createRequire } from "node:module";

/** The same thing in several forms, keyed by MIME type; `text/plain` is always there. */
export interface MimeBundle {
  readonly "text/plain": string;
  readonly [mimeType: string]: unknown;
}

type Sender = (bundle: MimeBundle) => void;

/** Where our kernel puts its function: `globalThis[Symbol.for("nabla.display")]`. */
const kernelHook: unique symbol = Symbol.for("nabla.display");

/**
 * Shows a MIME bundle below the cell, or prints its text outside a notebook.
 *
 * @example
 * ```ts
 * display({ "text/html": "<b>done</b>", "text/plain": "done" });
 * ```
 */
export function display(bundle: MimeBundle): void {
  const send = kernelSender() ?? tslabSender();
  if (send) send(bundle);
  else console.log(bundle["text/plain"]);
}

function kernelSender(): Sender | null {
  const hook = (globalThis as { [kernelHook]?: unknown })[kernelHook];
  return typeof hook === "function" ? (hook as Sender) : null;
}

// tslab's own display functions send one MIME type per message; the function under them, which its module
// exports anew for every cell, takes a whole bundle. The module is found among those Node has loaded.
function tslabSender(): Sender | null {
  const modules = createRequire(import.meta.url).cache as Record<
    string,
    { exports?: TslabModule } | undefined
  >;
  const key = Object.keys(modules).find((path) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path));
  const write = key === undefined ? undefined : modules[key]?.exports?.lastWriteDisplayData;
  return typeof write === "function"
    ? (bundle) => write({ data: bundle, metadata: {}, transient: {} })
    : null;
}

interface TslabModule {
  lastWriteDisplayData?:
    | ((message: { data: MimeBundle; metadata: object; transient: object }) => void)
    | null;
}
