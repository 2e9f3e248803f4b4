// What notebooks go through between the release and the grader, one function each. A damage returns the number of the cell
// that a warning must name, 0 when there must be some warning without a cell, null when nothing need be said.
import type { Random } from "./random.js";

export interface Cell {
  cell_type: string;
  source: string;
  metadata: Record<string, unknown>;
  outputs?: unknown[];
  id?: string;
  execution_count?: number | null;
}

export interface Damaged {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/** The names of the exercises, and a choice among things. */
export interface Chance {
  readonly names: readonly string[];
  readonly random: Random;
}

type Damage = (notebook: Damaged, chance: Chance) => number | null;

const marked = (cell: Cell, name: string): boolean => cell.source.includes(`// EXERCISE: ${name}\n`);

/** A random exercise, and where its cell is. */
function pick({ cells }: Damaged, { names, random }: Chance): { name: string; at: number; cell: Cell } {
  const name = random.of(names);
  const at = cells.findIndex((cell) => marked(cell, name));
  return { name, at, cell: cells[at]! };
}

const code = (source: string): Cell => ({ cell_type: "code", source, metadata: {}, outputs: [] });

export const damages: Readonly<Record<string, Damage>> = {
  "a cell without exercises is deleted": ({ cells }, { random }) => {
    const free = cells.filter((c) => c.cell_type === "markdown" || /^\/\/ CHECK/.test(c.source));
    cells.splice(cells.indexOf(random.of(free)), 1);
    return null;
  },
  "an exercise is copied": (notebook, chance) => {
    const { at, cell } = pick(notebook, chance);
    notebook.cells.splice(at + 1, 0, structuredClone(cell));
    return at + 2;
  },
  "an untouched copy stands behind the work": (notebook, chance) => {
    const { name, at, cell } = pick(notebook, chance);
    const stub = `// EXERCISE: ${name}\nfunction ${name}() {\n  throw new Error("${name} is still to be written");\n}`;
    notebook.cells.splice(at + 1, 0, { ...cell, source: stub });
    return at + 1;
  },
  "an exercise is redefined later, wrong first": (notebook, chance) => {
    const { name, at } = pick(notebook, chance);
    notebook.cells.splice(at, 0, code(`function ${name}() { return "first try"; }`));
    return at + 2;
  },
  "an exercise is moved to the front": (notebook, chance) => {
    const names = chance.names.slice(1);
    const { at } = pick(notebook, { ...chance, names });
    const [cell] = notebook.cells.splice(at, 1);
    notebook.cells.unshift(cell!);
    return 1;
  },
  "two exercises are merged": (notebook, chance) => {
    const first = notebook.cells.findIndex((c) => marked(c, chance.names[0]!));
    const second = notebook.cells.findIndex((c) => marked(c, chance.names[1]!));
    notebook.cells[first]!.source += `\n\n${notebook.cells[second]!.source}`;
    notebook.cells.splice(second, 1);
    return first + 1;
  },
  "a cell is split, its head left behind": (notebook, chance) => {
    const { at, cell } = pick(notebook, chance);
    const [head, ...rest] = cell.source.split("\n");
    notebook.cells.splice(at, 1, code(head!), code(rest.join("\n")));
    return null;
  },
  "a cell is split in the middle of a function": (notebook, chance) => {
    const { at, cell } = pick(notebook, chance);
    const lines = cell.source.split("\n");
    const [first, last] = [lines.findIndex((line) => line.endsWith("{")) + 1, lines.lastIndexOf("}")];
    const middle = first + chance.random.below(last - first + 1);
    const halves = [lines.slice(0, middle), lines.slice(middle)];
    notebook.cells.splice(at, 1, ...halves.map((half) => code(half.join("\n"))));
    return at + 1;
  },
  "an exercise is retyped as markdown": (notebook, chance) => {
    const { at, cell } = pick(notebook, chance);
    notebook.cells[at] = { cell_type: "markdown", source: cell.source, metadata: {} };
    return at + 1;
  },
  "an exercise is retyped as raw text, within backquotes": (notebook, chance) => {
    const { at, cell } = pick(notebook, chance);
    notebook.cells[at] = { cell_type: "raw", source: `\`\`\`ts\n${cell.source}\n\`\`\``, metadata: {} };
    return at + 1;
  },
  "all metadata is stripped": (notebook) => {
    notebook.metadata = {};
    for (const cell of notebook.cells) cell.metadata = {};
    return 0;
  },
  "it is from an older release": (notebook) => {
    notebook.metadata.nabla = { ...(notebook.metadata.nabla as object), release: "0".repeat(64) };
    return 0;
  },
  "a name has a letter that looks alike": (notebook, chance) => {
    const names = chance.names.filter((name) => /[aeop]/.test(name));
    const { name, at, cell } = pick(notebook, { ...chance, names });
    const letters: Record<string, string> = { a: "\u0430", e: "\u0435", o: "\u043E", p: "\u0440" };
    const wrong = name.replace(/[aeop]/, (c) => letters[c]!);
    cell.source = cell.source.replaceAll(new RegExp(`\\b${name}\\b`, "g"), wrong);
    return at + 1;
  },
  "a name has two letters swapped": (notebook, chance) => {
    const { name, at, cell } = pick(notebook, chance);
    const i = 2;
    const wrong = name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2);
    cell.source = cell.source.replaceAll(
      new RegExp(`\\b${name}\\b`, "g"),
      wrong === name ? `${name}s` : wrong,
    );
    return at + 1;
  },
  "a function is an arrow": (notebook, chance) => {
    const { name, cell } = pick(notebook, chance);
    cell.source = cell.source.replace(
      new RegExp(`(async )?function ${name}(\\([\\s\\S]*?\\)): ([^\\n]*) \\{\\n`),
      (_, isAsync: string | undefined, params: string) => `const ${name} = ${isAsync ?? ""}${params} => {\n`,
    );
    return null;
  },
  "a function has an overload": (notebook, chance) => {
    const { name, cell } = pick(notebook, chance);
    cell.source = cell.source.replace(/^(async )?function /m, `function ${name}(...all: never[]): any;\n$&`);
    return null;
  },
  "a function stands in a block": (notebook, chance) => {
    const { cell } = pick(notebook, chance);
    cell.source = `{\n${cell.source}\n}`;
    return null;
  },
  "a helper and a constant stand in other cells": (notebook, chance) => {
    const { cell } = pick(notebook, chance);
    cell.source = cell.source.replace(/^ {2}(?=(const|let|return|if|for|await)\b)/m, "  void helper();\n  ");
    notebook.cells.push(code("const helperConstant = 1;"), code("const helper = () => helperConstant;"));
    return null;
  },
  "a function comes out of another cell's helper": (notebook, chance) => {
    const { name, at, cell } = pick(notebook, chance);
    notebook.cells.splice(at, 0, code(`function makeIt() {\n${cell.source}\nreturn ${name};\n}`));
    cell.source = `const ${name} = makeIt();`;
    return null;
  },
  "types and imports stand in other cells": (notebook, chance) => {
    const { cell } = pick(notebook, chance);
    cell.source = cell.source.replace(
      /^ {2}(?=(const|let|return|if|for|await)\b)/m,
      "  void (product as unknown as Product<number>);\n  ",
    );
    const lines = [
      "type Product<T> = (a: T, b: T) => T;",
      "export interface Twice { product: Product<string> }",
    ];
    notebook.cells.push(
      code('import { dot as product, type Tensor } from "kernel-lib";'),
      code(lines.join("\n")),
    );
    return null;
  },
  "another cell has a syntax error": (notebook) => {
    notebook.cells.push(code("function unfinished( {"));
    return notebook.cells.length;
  },
  "another cell is a bomb of 10 MB": (notebook) => {
    notebook.cells.push(code(`const bomb = "${"x".repeat(10 * 2 ** 20)}";`));
    return notebook.cells.length;
  },
  "outputs are megabytes": ({ cells }) => {
    const output = { output_type: "stream", name: "stdout", text: "x".repeat(3 * 2 ** 20) };
    for (const cell of cells.filter((c) => c.cell_type === "code").slice(0, 3)) cell.outputs = [output];
    return null;
  },
  "line ends are Windows'": ({ cells }) => {
    for (const cell of cells) cell.source = cell.source.replaceAll("\n", "\r\n");
    return null;
  },
  "it has the format's first version": (notebook) => {
    notebook.nbformat_minor = 0;
    for (const cell of notebook.cells) delete cell.id;
    return null;
  },
  "sources are lists of lines": ({ cells }) => {
    for (const cell of cells) (cell as { source: unknown }).source = cell.source.split(/(?<=\n)/);
    return null;
  },
};

/** Damages of the file's text. */
export const textDamages: Readonly<Record<string, (text: string) => string>> = {
  "the file begins with a BOM": (text) => `\uFEFF${text}`,
  "the file's line ends are Windows'": (text) => text.replaceAll("\n", "\r\n"),
  "keys stand twice": (text) => text.replace('"nbformat"', '"nbformat": 3, "cells_": [], "nbformat"'),
};
