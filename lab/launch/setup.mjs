// Set-up alone: packages, Python environment, build. npm start and npm test do the same by themselves.

import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./make-ready.mjs").then((command) => command.main());
