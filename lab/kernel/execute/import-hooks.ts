// Module hooks, in Node's loader thread: cells import from the notebook's folder; TypeScript and JSON files beside the
// notebook load as modules; a changed file, or one whose imports changed, gets a new address and is loaded anew.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { LoadHook, ResolveHook } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const importer = new URL("./importer.js", import.meta.url).href;
const script = /\.[cm]?tsx?$/;
const importedName = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

let notebookUrl = "";

export function initialize(data: { notebookUrl: string }): void {
  ({ notebookUrl } = data);
}

export const resolve: ResolveHook = async (specifier, context, next) => {
  const fromCell = context.parentURL === importer;
  const parentURL = fromCell ? notebookUrl : context.parentURL;
  const path = parentURL && isLocal(parentURL) ? localPath(specifier, parentURL) : null;
  if (path === null) return next(specifier, { ...context, parentURL });
  const url = pathToFileURL(path);
  url.searchParams.set("v", versionOf(path));
  return {
    url: url.href,
    shortCircuit: true,
    ...(extname(path) === ".json" ? { importAttributes: {} } : {}),
  };
};

export const load: LoadHook = async (url, context, next) => {
  if (!url.startsWith("file:") || url.includes("/node_modules/")) return next(url, context);
  const path = fileURLToPath(url);
  if (script.test(path)) return { format: "module", source: await transpiled(path), shortCircuit: true };
  if (extname(path) === ".json" && url.includes("?v=")) {
    const source = `export default ${readFileSync(path, "utf8")};`;
    return { format: "module", source, shortCircuit: true };
  }
  return next(url, context);
};

function isLocal(url: string): boolean {
  return url.startsWith("file:") && !url.includes("/node_modules/");
}

/** The file that a relative or absolute specifier means, TypeScript's way: "./check" and "./check.js" find check.ts. */
function localPath(specifier: string, parentURL: string): string | null {
  if (!/^(\.{0,2}\/|file:)/.test(specifier) || specifier.includes("?")) return null;
  const path = fileURLToPath(new URL(specifier, parentURL));
  if (path.includes("/node_modules/")) return null;
  return candidates(path).find((name) => existsSync(name) && statSync(name).isFile()) ?? null;
}

function candidates(path: string): string[] {
  const asTypeScript = path.replace(/\.([cm]?)js$/, ".$1ts");
  const endings = [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"].map((ending) => path + ending);
  return [path, asTypeScript, ...endings, join(path, "index.ts"), join(path, "index.js")];
}

/** A hash over the file and, transitively, the local files it imports. */
function versionOf(path: string): string {
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

/** The compiler is loaded when the first TypeScript file is: most notebooks import packages only. */
async function transpiled(path: string): Promise<string> {
  const { transpileFile } = await import("../language/transpile.js");
  return transpileFile(path);
}
