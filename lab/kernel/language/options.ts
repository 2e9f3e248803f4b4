// How cells are compiled: strict, as modules, resolved the way bundlers do it (packages by `exports`, endings optional).

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

const require = createRequire(import.meta.url);

/** The folder with Node's declarations, which come with this kernel. */
function typeRoot(): string {
  return dirname(dirname(require.resolve("@types/node/package.json")));
}

/** The newest library that the running Node has in full, plus the helpers of `using`. */
function libraries(): string[] {
  const major = Number(process.versions.node.split(".")[0]);
  const folder = dirname(require.resolve("typescript"));
  const newest = major >= 24 ? "lib.es2024.d.ts" : "lib.es2023.d.ts";
  const wanted = [newest, "lib.esnext.disposable.d.ts", "lib.decorators.d.ts"];
  return wanted.filter((name) => existsSync(join(folder, name)));
}

/** For checking. */
export const checkOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: libraries(),
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ["node"],
  strict: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  allowJs: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
  typeRoots: [typeRoot()],
};

/** For making JavaScript of one file. `using` and decorators are written out: no supported Node has them all. */
export const emitOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  isolatedModules: true,
  sourceMap: true,
  inlineSources: true,
};
