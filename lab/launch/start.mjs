// npm start: JupyterLab on notebooks/, after whatever set-up is missing.

import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./start-lab.mjs").then((command) => command.main(process.argv.slice(2)));
