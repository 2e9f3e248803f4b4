// The compiler spends time on each file of a program, for every cell. So the many small files in which the language's own
// names are declared are one here, and so are Node's: a cell is checked in two thirds of the time.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { compilerFolder } from "./options.js";

const reference = /^\/\/\/ *<reference (lib|path)="([^"]+)" *\/>.*$/gm;
const isModule = /^(?:import|export)\b/m;

export interface Joined {
  text: string;
  /** the files whose text it holds */
  files: ReadonlySet<string>;
}

/**
 * The files and those they refer to, in the order in which the compiler would read them.
 *
 * @param known - files that are read elsewhere
 */
export function joined(paths: string[], known: ReadonlySet<string> = new Set()): Joined {
  const files = new Set<string>();
  const apart = new Set<string>(); // a module cannot be joined with others
  const texts: string[] = [];
  const visit = (path: string): void => {
    if (known.has(path) || files.has(path) || apart.has(path) || !existsSync(path)) return;
    const text = readFileSync(path, "utf8");
    (isModule.test(text) ? apart : files).add(path);
    if (apart.has(path)) return;
    for (const [, kind, name] of text.matchAll(reference)) visit(fileOf(kind!, name!, path));
    texts.push(text.replace(reference, ""));
  };
  for (const path of paths) visit(path);
  const references = [...apart].map((path) => `/// <reference path="${path.split(sep).join("/")}" />`);
  return { text: [...references, ...texts].join("\n"), files };
}

function fileOf(kind: string, name: string, from: string): string {
  return kind === "lib" ? join(compilerFolder, `lib.${name}.d.ts`) : join(dirname(from), name);
}
