// npm run build: all workspaces, in the order in which they need each other.

import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./build-all.mjs").then((command) => command.main());
