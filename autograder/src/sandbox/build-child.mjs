// Bundles the child and kernel-lib's core into one script, dist/child.mjs: what Deno runs.

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

/** @returns {Promise<void>} */
export async function buildChild() {
  await build({
    entryPoints: [here("./child/main.ts")],
    outfile: here("../../dist/child.mjs"),
    bundle: true,
    inject: [here("./child/timers.ts")],
    plugins: [childsLibrary],
    minifyWhitespace: true, // Deno reads it at every start
    minifySyntax: true,
    define: { setImmediate: "undefined" }, // the library's own waiting goes by setTimeout
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildChild();
