// Bundles src/ into dist/: index.js, core.js and what both share, so that an import opens three files, not a hundred (a
// third of the time). The declarations beside them stay one file a module, so that editors show them as they were written.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));

rmSync(`${folder}dist`, { recursive: true, force: true });
mkdirSync(`${folder}dist`);
const { outputFiles } = await build({
  absWorkingDir: folder,
  entryPoints: ["src/index.ts", "src/core.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  chunkNames: "shared",
  format: "esm",
  platform: "node",
  target: "es2022",
  packages: "external",
  sourcemap: true,
  write: false,
  logLevel: "warning",
});
for (const { path, text } of outputFiles) writeFileSync(path, withNames(text));

/**
 * In one file two functions cannot both be called `matmul`: the bundler renames one. People see names in traces and when
 * they print a function, so those that are exported get theirs back, and so do classes, which it gives an underscore.
 *
 * @param {string} text
 */
function withNames(text) {
  const exported = [...text.matchAll(/^export \{\n([\s\S]*?)^\};/gm)].map(([, names]) => names).join(""); // not what is imported
  const renamed = [...exported.matchAll(/^ {2}((\w+?)\d+) as \2\d*,?$/gm)];
  const classes = [...text.matchAll(/^var ((\w+)) = class _\2 /gm)];
  const lines = [...renamed, ...classes].map(
    ([, local, name]) => `Object.defineProperty(${local}, "name", { value: "${name}" });\n`,
  );
  return text.replace(/(?=\/\/# sourceMappingURL=.*\s*$)/, lines.join(""));
}
