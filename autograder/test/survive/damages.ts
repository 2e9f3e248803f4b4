// What notebooks go through between the release and the grader, one function each. A damage returns the number of the cell
// that a warning must name, 0 when there must be some warning without a cell, null where nothing is odd.
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

/** One of those that are not async. */
function pickPlain(notebook: Damaged, { names, random }: Chance): ReturnType<typeof pick> {
  const plain = names.filter((name) =>
    notebook.cells.some((cell) => marked(cell, name) && /^function /m.test(cell.source)),
  );
  return pick(notebook, { names: plain, random });
}

/** Before 4.5 cells have no ids. */
const madeOf =
  (minor: number): Damage =>
  (notebook) => {
    notebook.nbformat_minor = minor;
    for (const cell of notebook.cells) delete cell.id;
    return 0;
  };

const code = (source: string): Cell => ({ cell_type: "code", source, metadata: {}, outputs: [] });

export const damages: Readonly<Record<string, Damage>> = {
  "a cell without exercises is deleted": ({ cells }, { random }) => {
    const free = cells.filter((c) => c.cell_type === "markdown" || /^\/\/ CHECK/.test(c.source));
    const at = cells.indexOf(random.of(free));
    cells.splice(at, 1);
    return at + 1;
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
    return at + 2;
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
    const { name, at, cell } = pick(notebook, chance);
    cell.source = cell.source.replace(
      new RegExp(`(async )?function ${name}(\\([\\s\\S]*?\\)): ([^\\n]*) \\{\\n`),
      (_, isAsync: string | undefined, params: string) => `const ${name} = ${isAsync ?? ""}${params} => {\n`,
    );
    return at + 1;
  },
  "a function is async": (notebook, chance) => {
    const { at, cell } = pickPlain(notebook, chance);
    cell.source = cell.source.replace(/^function /m, "async function ");
    return at + 1;
  },
  "a function is async and waits": (notebook, chance) => {
    const { at, cell } = pickPlain(notebook, chance);
    cell.source = cell.source
      .replace(/^function /m, "async function ")
      .replace(/^ {2}(?=(const|let|return|if|for|await)\b)/m, "  await null;\n  ");
    return at + 1;
  },
  "all functions are async": (notebook, chance) => {
    const { at } = pickPlain(notebook, chance);
    for (const cell of notebook.cells.filter((c) => chance.names.some((name) => marked(c, name))))
      cell.source = cell.source.replace(/^function /m, "async function ");
    return at + 1;
  },
  "a function has an overload": (notebook, chance) => {
    const { name, at, cell } = pick(notebook, chance);
    cell.source = cell.source.replace(/^(async )?function /m, `function ${name}(...all: never[]): any;\n$&`);
    return at + 1;
  },
  "a function stands in a block": (notebook, chance) => {
    const { at, cell } = pick(notebook, chance);
    cell.source = `{\n${cell.source}\n}`;
    return at + 1;
  },
  "a helper and a constant stand in other cells": (notebook, chance) => {
    const { cell } = pick(notebook, chance);
    cell.source = cell.source.replace(/^ {2}(?=(const|let|return|if|for|await)\b)/m, "  void helper();\n  ");
    notebook.cells.push(code("const helperConstant = 1;"), code("const helper = () => helperConstant;"));
    return notebook.cells.length;
  },
  "a function comes out of another cell's helper": (notebook, chance) => {
    const { name, at, cell } = pick(notebook, chance);
    notebook.cells.splice(at, 0, code(`function makeIt() {\n${cell.source}\nreturn ${name};\n}`));
    cell.source = `const ${name} = makeIt();`;
    return at + 2;
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
    return notebook.cells.length - 1;
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
    const first = cells.findIndex((c) => c.cell_type === "code");
    for (const cell of cells.slice(first, first + 3)) cell.outputs = [output];
    return first + 1;
  },
  "line ends are Windows'": ({ cells }) => {
    for (const cell of cells) cell.source = cell.source.replaceAll("\n", "\r\n");
    return 1;
  },
  ...Object.fromEntries([0, 1, 2, 3, 4].map((minor) => [`it is of nbformat 4.${minor}`, madeOf(minor)])),
  "sources are lists of lines": ({ cells }) => {
    for (const cell of cells) (cell as { source: unknown }).source = cell.source.split(/(?<=\n)/);
    return null;
  },
};

/** Damages of the file's text, and the number of the cell that a warning must name, 0 for one about the file. */
export const textDamages: Readonly<Record<string, (text: string) => readonly [string, number]>> = {
  "the file begins with a BOM": (text) => [`\uFEFF${text}`, 0],
  "the file's line ends are Windows'": (text) => [text.replaceAll("\n", "\r\n"), 0],
  "keys stand twice": (text) => [text.replace('"nbformat"', '"nbformat": 3, "cells_": [], "nbformat"'), 0],
  "keys stand twice in a cell": (text) => {
    let cell = 0;
    const twice = text.replace(/"source": /g, (key) => (++cell === 3 ? `"source": ["lost"], ${key}` : key));
    return [twice, 3];
  },
};
