// Bundles the child and kernel-lib's core into one script, dist/child.txt, which the script that Deno runs, dist/child.mjs, takes
// as a text: a module Deno would parse by itself first, looking for imports, which costs more than all the rest of its start.

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * kernel-lib's core from its sources, since its own bundle holds everything in one file: plots and readers too. And the child's
 * `np.tick`.
 *
 * @type {import("esbuild").Plugin}
 */
const childsLibrary = {
  name: "childs-library",
  setup({ onResolve }) {
    onResolve({ filter: /^kernel-lib\/core$/ }, () => ({ path: here("../../../kernel-lib/src/core.ts") }));
    onResolve({ filter: /\/tick\.js$/ }, () => ({ path: here("./child/tick.ts") }));
  },
};

/** The bundle answers the judge from its first line on: this module never comes to its end. */
const start = `import text from "./child.txt" with { type: "text" };
new Function(text)();
await new Promise(() => {});
`;

/** @returns {Promise<void>} */
export async function buildChild() {
  await build({
    entryPoints: [here("./child/main.ts")],
    outfile: here("../../dist/child.txt"),
    bundle: true,
    inject: [here("./child/timers.ts")],
    plugins: [childsLibrary],
    minify: true, // V8 reads it at every start
    define: { setImmediate: "undefined" }, // the library's own waiting goes by setTimeout
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    logLevel: "warning",
  });
  await writeFile(here("../../dist/child.mjs"), start);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildChild();
