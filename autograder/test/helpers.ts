// What the tests share: the fixture assignment, notebooks made of code, and the child's bundle built from the sources.
import { fileURLToPath } from "node:url";
import type { CodeCell } from "../src/extract/types.js";
import type { Program } from "../src/sandbox/sandbox.js";

export const fixtures: string = fileURLToPath(new URL("./fixtures/assignments", import.meta.url));
export const vectors: string = fileURLToPath(new URL("./fixtures/assignments/90-vectors", import.meta.url));

/** Code cells numbered from 1. */
export function cells(...sources: string[]): CodeCell[] {
  return sources.map((source, i) => ({ number: i + 1, source }));
}

/** An .ipynb text with these code cells. */
export function notebookOf(sources: readonly string[], metadata: object = {}): string {
  const list = sources.map((source) => ({ cell_type: "code", metadata: {}, outputs: [], source }));
  return JSON.stringify({ cells: list, metadata, nbformat: 4, nbformat_minor: 5 });
}

/** Programs that bring no reference functions along. */
export function programsOf(texts: Record<string, string>): Map<string, Program> {
  return new Map(Object.entries(texts).map(([name, text]) => [name, { text, references: [] }]));
}
