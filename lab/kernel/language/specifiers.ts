// Completion inside the quotes of an import: packages, Node's own modules, files beside the notebook.

import type ts from "#typescript";
import { packagesNear } from "./ahead.js";
import { nodeModules } from "./node-types.js";

const opened = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"'\n]*)$/;
const nodes = nodeModules.map((name) => `node:${name}`);

/** What is written so far of the name that `before` ends in, when that is a module's. */
export function specifierIn(before: string): string | null {
  return opened.exec(before)?.[1] ?? null;
}

/**
 * Names of modules.
 *
 * @param written - so far
 * @param known - what the compiler offers there: what is in the folder, or packages by their full names
 * @param folder - where the notebook lies; what others there import comes first
 * @returns the names, and how many of the written characters they begin with
 */
export function specifiers(
  written: string,
  known: readonly ts.CompletionEntry[],
  folder: string,
): { names: string[]; overlap: number } {
  const above = written.slice(0, written.lastIndexOf("/") + 1);
  const isPath = /^\.{0,2}\//.test(written);
  const begun = isPath ? written.slice(above.length) : written;
  const found = known.map(({ name }) => (isPath || name.startsWith(above) ? name : above + name));
  const names = isPath ? found : [...packagesNear(folder), ...found, ...nodes];
  return {
    names: [...new Set(names)].filter((name) => name.startsWith(begun)),
    overlap: begun.length,
  };
}
