// Writes the golden files anew with real NumPy: makes a Python environment in .nabla/ and runs make_golden.py.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const environment = fileURLToPath(new URL("../../../.nabla/golden-python", import.meta.url));
const isWindows = process.platform === "win32";
const python = join(environment, isWindows ? "Scripts/python.exe" : "bin/python");

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (status === 0) return;
  console.error(`golden: ${program} ${args[0]} failed: ${error?.message ?? `exit code ${status}`}`);
  process.exit(1);
}

if (!existsSync(python)) run(isWindows ? "python" : "python3", ["-m", "venv", environment]);
run(python, ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", join(here, "requirements.txt")]);
run(python, [join(here, "make_golden.py"), here]);
