// Imports on behalf of cells, as if written in a file beside the notebook. What lies beside the notebook goes through
// import-hooks.ts; packages do not need them, and where hooks live in a thread of their own (Node 20) they load twice as
// fast without: there the hooks are installed with the first file.

import module from "node:module";
import { pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
import { MessageChannel } from "node:worker_threads";
import type { LocalModule } from "./frames.js";
import * as hooks from "./import-hooks.js";
import { addFile } from "./traces.js";

// Kept from before timers were bound to cells.
const { setInterval, clearInterval } = globalThis;

type Namespace = Record<string, unknown>;

const notebook = `${process.cwd()}/cell.ts`;
const modules = new MessageChannel();
const importNearby: (specifier: string, options?: ImportCallOptions) => Promise<Namespace> = new Script(
  "(specifier, options) => import(specifier, options)",
  { filename: notebook, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
).runInThisContext();
let isHooked = false;

/** Hands over the JavaScript of files that a cell is about to import. */
export function bring(files: LocalModule[]): void {
  if (files.length > 0) modules.port1.postMessage(files);
  for (const { path, map } of files) addFile(path, map);
}

/**
 * `import(specifier)` as if written in a file beside the notebook.
 *
 * @param names - exports that must be there, as in `import { names } from`
 * @throws SyntaxError when a name is not exported
 */
export async function importFrom(
  specifier: string,
  options?: ImportCallOptions,
  names: string[] = [],
): Promise<Namespace> {
  if (/^(\.{0,2}\/|file:)/.test(specifier)) installHooks();
  const module = await awake(importNearby(specifier, options));
  const missing = names.filter((name) => !(name in module));
  return missing.length === 0 ? module : { ...module, ...fromDefault(module, missing, specifier) };
}

function installHooks(): void {
  if (isHooked) return;
  isHooked = true;
  const data = { notebookUrl: pathToFileURL(notebook).href, modules: modules.port2 };
  if (module.registerHooks === undefined) {
    const transferList = [modules.port2];
    module.register("./import-hooks.js", { parentURL: import.meta.url, data, transferList });
    return;
  }
  hooks.initialize(data);
  module.registerHooks(hooks);
}

/** A CommonJS module whose exports Node could not foresee has them all on its default. */
function fromDefault(module: Namespace, names: string[], specifier: string): Namespace {
  const whole = Object(module.default) as Namespace;
  const found = names.map((name) => {
    if (!(name in whole)) throw new SyntaxError(`import: "${specifier}" has no export named ${name}`);
    return [name, whole[name]] as const;
  });
  return Object.fromEntries(found);
}

/** Node 20's answer from the loader thread may not wake a sleeping event loop; a ticking one hears it. */
async function awake(loading: Promise<Namespace>): Promise<Namespace> {
  const timer = setInterval(() => undefined, 5);
  try {
    return await loading;
  } finally {
    clearInterval(timer);
  }
}
