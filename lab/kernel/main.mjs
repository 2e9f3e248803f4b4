// The TypeScript kernel: `node main.mjs CONNECTION_FILE`. It speaks Jupyter's protocol and runs cells through tslab,
// in this process, so signals and exits need no passing on.

import "./end-with-parent.cjs";
import { createRequire } from "node:module";

const [connectionFile] = process.argv.slice(2);
if (connectionFile === undefined) {
  console.error("Usage: node main.mjs CONNECTION_FILE (JupyterLab starts this program by itself)");
  process.exit(2);
}

const requireFromTslab = createRequire(new URL("../tslab/package.json", import.meta.url));
/** @type {{ startKernel(options: { configPath: string, enableFindLocal: boolean }): void }} */
const tslab = requireFromTslab("tslab/dist/main.js");
tslab.startKernel({ configPath: connectionFile, enableFindLocal: false });
