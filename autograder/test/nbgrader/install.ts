// nbgrader itself, beside the .venv: what JupyterLab has not brought already goes into a folder of its own below .nabla,
// pinned and hashed. Made once, under a name that follows from the pins.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const pins = fileURLToPath(new URL("./requirements.txt", import.meta.url));

export interface Nbgrader {
  /** Runs Python with nbgrader in reach. @throws Error with what it said unless it ends with 0 */
  python(args: readonly string[], folder?: string): string;
}

/** @throws Error when there is no .venv, or the package index cannot be reached */
export function installNbgrader(): Nbgrader {
  const python = process.env.NABLA_PYTHON ?? join(root, ".venv", "bin", "python");
  if (!existsSync(python)) throw new Error(`${python} not found; run: npm run setup`);
  const name = `nbgrader-${createHash("sha256").update(readFileSync(pins)).digest("hex").slice(0, 12)}`;
  const target = join(root, ".nabla", name);
  if (!existsSync(target)) install(python, target);
  return { python: (args, folder) => run(python, args, target, folder) };
}

function install(python: string, target: string): void {
  const half = `${target}.${process.pid}`;
  mkdirSync(join(root, ".nabla"), { recursive: true });
  const options = [
    "--require-hashes",
    "--no-deps",
    "--no-cache-dir",
    "--no-input",
    "--disable-pip-version-check",
  ];
  try {
    run(python, ["-m", "pip", "install", "-q", ...options, "--target", half, "-r", pins], half);
    renameSync(half, target);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

function run(python: string, args: readonly string[], target: string, cwd?: string): string {
  const scripts = [join(target, "bin"), join(target, "Scripts")].join(delimiter);
  const home = cwd
    ? { HOME: cwd, JUPYTER_CONFIG_DIR: join(cwd, ".jupyter"), JUPYTER_DATA_DIR: join(cwd, ".data") }
    : {};
  const env = {
    ...process.env,
    ...home,
    PYTHONPATH: target,
    PATH: `${scripts}${delimiter}${process.env.PATH}`,
  };
  const { status, stdout, stderr, error } = spawnSync(python, args, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`python ${args.slice(0, 3).join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}
