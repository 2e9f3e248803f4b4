// Module hooks, in this thread where Node can (22.15 and later), else in its loader thread: cells import from the notebook's folder; TypeScript and JSON files beside the
// notebook load as modules; a changed file, or one whose imports changed, gets a new address and is loaded anew.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import {
  createRequire,
  type LoadHook,
  type LoadHookSync,
  type ResolveHook,
  type ResolveHookSync,
} from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { LocalModule } from "./frames.js";

const script = /\.[cm]?tsx?$/;
const importedName = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

interface Surroundings {
  notebookUrl: string;
  /** brings the files that the checker has made JavaScript of */
  modules: MessagePort;
}

let surroundings: Surroundings;
const known = new Map<string, LocalModule>();

export function initialize(data: Surroundings): void {
  surroundings = data;
}

export const resolve = ((specifier, context, next) => {
  const { parentURL } = context;
  const isOurs = parentURL === surroundings.notebookUrl || isLocal(parentURL);
  const path = isOurs ? localPath(specifier, parentURL!) : null;
  if (path === null) return next(specifier, context);
  const url = pathToFileURL(path);
  url.searchParams.set("v", versionOf(path));
  return {
    url: url.href,
    shortCircuit: true,
    ...(extname(path) === ".json" ? { importAttributes: {} } : {}),
  };
}) satisfies ResolveHookSync as ResolveHookSync & ResolveHook;

export const load = ((url, context, next) => {
  if (!isLocal(url)) return next(url, context);
  const path = fileURLToPath(url);
  if (script.test(path)) return { format: "module", source: transpiled(path), shortCircuit: true };
  if (extname(path) === ".json") {
    const source = `export default ${readFileSync(path, "utf8")};`;
    return { format: "module", source, shortCircuit: true };
  }
  return next(url, context);
}) satisfies LoadHookSync as LoadHookSync & LoadHook;

/** Reached from a cell through relative imports only: a package, even a linked one, is left to Node. */
export function isLocal(url: string | undefined): boolean {
  return url !== undefined && /^file:.*\?v=/.test(url);
}

/** The file that a relative or absolute specifier means, TypeScript's way: "./check" and "./check.js" find check.ts. */
function localPath(specifier: string, parentURL: string): string | null {
  if (!/^(\.{0,2}\/|file:)/.test(specifier) || specifier.includes("?")) return null;
  const path = fileURLToPath(new URL(specifier, parentURL));
  if (/[\\/]node_modules[\\/]/.test(path)) return null;
  return candidates(path).find((name) => existsSync(name) && statSync(name).isFile()) ?? null;
}

function candidates(path: string): string[] {
  const asTypeScript = path.replace(/\.([cm]?)js$/, ".$1ts");
  const endings = [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"].map((ending) => path + ending);
  return [path, asTypeScript, ...endings, join(path, "index.ts"), join(path, "index.js")];
}

/** A hash over the file and, transitively, the local files it imports. */
export function versionOf(path: string): string {
  const hash = createHash("sha256");
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    hash.update(`${file}\0${text}\0`);
    if (extname(file) === ".json") return;
    for (const [, name] of text.matchAll(importedName)) {
      const next = localPath(name!, pathToFileURL(file).href);
      if (next !== null) visit(next);
    }
  };
  visit(path);
  return hash.digest("hex").slice(0, 12);
}

/** The checker's JavaScript; the compiler is loaded for files that no import names and that changed since the check. */
function transpiled(path: string): string {
  for (let news = receive(); news; news = receive())
    for (const file of news) known.set(normalize(file.path), file);
  const made = known.get(path);
  if (made?.text === readFileSync(path, "utf8")) return made.code;
  const { transpileFile } = createRequire(import.meta.url)("../language/transpile.js");
  return transpileFile(path);
}

function receive(): LocalModule[] | undefined {
  return receiveMessageOnPort(surroundings.modules)?.message;
}
