// How cells are compiled: strict, as modules, resolved the way bundlers do it (packages by `exports`, endings optional).

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "#typescript";
import { nodeTypesFile } from "./node-types.js";

const require = createRequire(import.meta.url);

/** Where TypeScript keeps the language's own declarations. */
export const compilerFolder: string = dirname(require.resolve("typescript"));

/** The newest library that the running Node has in full, plus the helpers of `using`. */
export function libraries(): string[] {
  const major = Number(process.versions.node.split(".")[0]);
  const newest = major >= 24 ? "lib.es2024.d.ts" : "lib.es2023.d.ts";
  const wanted = [newest, "lib.esnext.disposable.d.ts", "lib.decorators.d.ts"];
  return wanted.map((name) => join(compilerFolder, name)).filter(existsSync);
}

/** The file in which the service finds all of these. */
export const libraryName = "lib.all.d.ts";

/** For making JavaScript. `using` and decorators are written out: no supported Node has them all. */
export const emitOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  preserveConstEnums: true,
  sourceMap: true,
  inlineSources: true,
};

/** For checking cells, and what they import. */
export const checkOptions: ts.CompilerOptions = {
  ...emitOptions,
  lib: [libraryName],
  customConditions: ["node"],
  strict: true,
  resolveJsonModule: true,
  allowJs: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  types: [],
  typeRoots: [dirname(dirname(nodeTypesFile()))],
};
