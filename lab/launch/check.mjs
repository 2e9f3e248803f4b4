// npm run check: format, lint, types, unused code, packaging, lockfiles.

import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
import("./run-checks.mjs").then((command) => command.main());
