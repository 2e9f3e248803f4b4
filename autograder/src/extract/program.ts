// Definitions to one JavaScript text: kernel-lib's names, the reference's functions in a scope of their own, then the
// learner's definitions. It is the body of a function of `$kernelLib` that returns the graded function.
import ts from "typescript";
import { closureOf } from "./closure.js";
import type { Definition } from "./definitions.js";
import type { Table } from "./table.js";

export function makeProgram(name: string, needed: readonly Definition[], prelude: string): string {
  return `${prelude}${transpile(needed)}\nreturn ${name};\n`;
}

/** Defines `names` as the reference does, out of reach of the learner's helpers. */
export function referencePrelude(names: readonly string[], reference: Table): string {
  if (names.length === 0) return "";
  const roots = names.map((name) => reference.byName.get(name)).filter((d) => d !== undefined);
  const { needed } = closureOf(roots, reference, new Set());
  const list = names.join(", ");
  return `const { ${list} } = (() => {\n${transpile(needed)}\nreturn { ${list} };\n})();\n`;
}

const options: ts.TranspileOptions = {
  compilerOptions: {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    isolatedModules: true,
    removeComments: true,
  },
};

function transpile(definitions: readonly Definition[]): string {
  return ts.transpileModule(definitions.map((d) => d.text).join("\n"), options).outputText;
}
