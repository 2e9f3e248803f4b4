// npm test: set-up, build, then every test of every workspace.

import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./run-tests.mjs").then((command) => command.main(process.argv.slice(2)));
