/**
 * Sends a MIME bundle to whatever shows this program: our kernel, stock tslab, or a terminal. A notebook front end
 * picks the richest form it knows from the bundle; a terminal gets the line of text.
 */
import { createRequire } from "node:module";
import { type Host, type MimeBundle, offerHost, type Spot } from "./host.js";

/** Where our kernel puts its function: `globalThis[Symbol.for("nabla.display")]`. */
const kernelHook: unique symbol = Symbol.for("nabla.display");

interface KernelSender {
  (bundle: MimeBundle, options?: { id: string; update: boolean }): void;
  /** Whether a person watches the cell run; nbconvert, say, does not. */
  isWatched?(): boolean;
}

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

offerHost(() => kernelHost() ?? plainHost());

let spots = 0;

/** Our kernel replaces a spot in place, by its id. */
function kernelHost(): Host | null {
  const send = kernelSender();
  if (send === null) return null;
  const isWatched = !process.env.CI && (send.isWatched?.() ?? true);
  const openSpot = (): Spot => {
    const id = `kernel-lib-${process.pid}-${++spots}`;
    let isOpen = false;
    return (bundle) => {
      send(bundle, { id, update: isOpen });
      isOpen = true;
    };
  };
  return { isWatched, openSpot };
}

/** A terminal rewrites its line; a file, and stock tslab, get the last content alone. */
function plainHost(): Host {
  const isWatched = process.stdout.isTTY === true && !process.env.CI && tslabSender() === null;
  const rewrite: Spot = (bundle, isLast) =>
    void process.stdout.write(`\r\u001b[2K${bundle["text/plain"]}${isLast ? "\n" : ""}`);
  const last: Spot = (bundle, isLast) => {
    if (isLast) display(bundle);
  };
  return { isWatched, openSpot: () => (isWatched ? rewrite : last) };
}

function kernelSender(): KernelSender | null {
  const hook = (globalThis as { [kernelHook]?: unknown })[kernelHook];
  return typeof hook === "function" ? (hook as KernelSender) : null;
}

// tslab's own display functions send one MIME type per message; the function under them, which its module
// exports anew for every cell, takes a whole bundle. The module is found among those Node has loaded.
function tslabSender(): ((bundle: MimeBundle) => void) | null {
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
