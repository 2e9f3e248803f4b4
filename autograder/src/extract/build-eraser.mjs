// Bundles the library that erases types, dist/eraser.js, so that it takes the compiler as `#compiler` gives it: of its own it would
// import typescript itself, which costs what compiler.cjs is there to save.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({
  stdin: { contents: 'export { blankSourceFile } from "ts-blank-space";', resolveDir: import.meta.dirname },
  outfile: fileURLToPath(new URL("../../dist/eraser.js", import.meta.url)),
  alias: { typescript: "#compiler" },
  external: ["#compiler"],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  logLevel: "warning",
});
