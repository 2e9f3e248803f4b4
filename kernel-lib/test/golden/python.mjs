// A Python with the pinned NumPy, in .nabla/: for the golden files and the benchmarks.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const environment = fileURLToPath(new URL("../../../.nabla/golden-python", import.meta.url));
const isWindows = process.platform === "win32";
const python = join(environment, isWindows ? "Scripts/python.exe" : "bin/python");

/** @param {string} program @param {string[]} args */
export function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (status === 0) return;
  console.error(`${program} ${args[0]} failed: ${error?.message ?? `exit code ${status}`}`);
  process.exit(1);
}

/** The path of that Python; makes the environment when it is missing. */
export function pythonWithNumpy() {
  if (!existsSync(python)) run(isWindows ? "python" : "python3", ["-m", "venv", environment]);
  run(python, ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", join(here, "requirements.txt")]);
  return python;
}
