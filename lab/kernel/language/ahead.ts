// What the first cells will import: the packages that the notebooks in the kernel's folder name. Their declarations are read
// before anybody asks: kernel-lib's take 0.2 s, Node's 0.8 s, which the cell that imports them need not wait for.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const mostText = 20_000_000; // characters
const imported = /^ *"(?:import|\} from)\b[^\n]*\\"([\w@][\w@.:/-]*)\\"/gm; // a cell's line, as JSON has it

/** The packages, and modules of Node, that notebooks in `folder` import, each once. */
export function packagesNear(folder: string): string[] {
  const found = new Set<string>();
  let length = 0;
  for (const text of notebooksIn(folder)) {
    for (const [, name] of text.matchAll(imported)) found.add(name!);
    length += text.length;
    if (length > mostText) break;
  }
  return [...found];
}

function* notebooksIn(folder: string): Generator<string> {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
    for (const name of names) yield readFileSync(join(folder, name), "utf8");
  } catch {
    // what cannot be read is read when a cell asks for it
  }
}
