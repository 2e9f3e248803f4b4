// npm run bench:kernel: measures our kernel beside stock tslab and ipykernel, and writes RESULTS.md.

import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonOf } from "../launch/python.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const env = {
  ...process.env,
  JUPYTER_PATH: [join(root, "lab", "kernel", "share"), join(root, "lab")].join(delimiter),
};
const script = join(root, "lab", "bench", "kernel.py");
const { status } = spawnSync(pythonOf(join(root, ".venv")), [script], { cwd: root, env, stdio: "inherit" });
process.exit(status ?? 1);
