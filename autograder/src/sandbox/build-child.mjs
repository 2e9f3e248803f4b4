// Bundles the child and kernel-lib's core into one script, dist/child.mjs: what Deno runs.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @returns {Promise<void>} */
export async function buildChild() {
  await build({
    entryPoints: [here("./child/main.ts")],
    outfile: here("../../dist/child.mjs"),
    bundle: true,
    inject: [here("./child/timers.ts")],
    define: { setImmediate: "undefined" }, // the library's own waiting goes by setTimeout
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildChild();
