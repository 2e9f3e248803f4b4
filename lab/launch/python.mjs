// The .venv with JupyterLab, from lab/requirements.txt: every package pinned and hashed. As with npm, what is
// installed is compared with the pins, so a broken or half-made .venv is repaired instead of trusted.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { installTrouble, onWindows, root, run, say, secondsSince, Trouble } from "./common.mjs";

const requirements = join(root, "lab", "requirements.txt");
const oldest = [3, 10];

/** @param {string} folder */
export function pythonOf(folder) {
  return onWindows ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
}

/** @returns {Promise<string>} the Python that runs JupyterLab */
export async function ensurePython(venv = join(root, ".venv")) {
  const python = pythonOf(venv);
  const state = await venvState(venv);
  if (state !== "ready") await makeVenv(venv, state);
  return python;
}

/**
 * @param {string} venv
 * @returns {Promise<"missing" | "broken" | "outdated" | "ready">}
 */
async function venvState(venv) {
  if (!existsSync(venv)) return "missing";
  const { code } = await run(pythonOf(venv), [
    "-I",
    join(root, "lab", "launch", "installed.py"),
    requirements,
  ]);
  return code === 0 ? "ready" : code === 3 ? "outdated" : "broken";
}

const reasons = {
  missing: "making .venv",
  broken: ".venv does not work, making it anew",
  outdated: ".venv is incomplete or of another version, making it anew",
};

/**
 * @param {string} venv
 * @param {"missing" | "broken" | "outdated"} state
 */
async function makeVenv(venv, state) {
  const base = await findPython();
  const since = Date.now();
  say(`${reasons[state]} and installing JupyterLab …`);
  const made = await run(base[0], [...base.slice(1), "-m", "venv", "--clear", venv]);
  if (made.code !== 0) throw installTrouble("making .venv", made.output);
  const args = [
    "--require-hashes",
    "--no-cache-dir",
    "--no-input",
    "--disable-pip-version-check",
    "--no-deps",
  ];
  const { code, output } = await run(pythonOf(venv), ["-m", "pip", "install", ...args, "-r", requirements]);
  if (code !== 0) throw installTrouble("installing JupyterLab", output);
  say(`installed JupyterLab in ${secondsSince(since)}`);
}

const candidates = onWindows
  ? [["py", "-3"], ["python"], ["python3"]]
  : [["python3"], ["python"], ...[14, 13, 12, 11, 10].map((minor) => [`python3.${minor}`])];

/**
 * The first Python on the PATH that is new enough and can make an environment.
 *
 * @returns {Promise<string[]>} the command, like ["python3"]
 */
async function findPython() {
  const problems = [];
  for (const command of candidates) {
    const problem = await pythonProblem(command);
    if (problem === "") return command;
    if (problem) problems.push(problem);
  }
  throw new Trouble(problems[0] ?? `no Python found, ${oldest.join(".")} or newer is needed. ${getPython}`);
}

const getPython = onWindows
  ? "Install it from https://www.python.org/downloads"
  : "Install it: apt install python3 python3-venv (Debian, Ubuntu), brew install python (macOS)";

const introduce = `
import sys
print("%d.%d" % sys.version_info[:2])
try:
    import venv, ensurepip
    print("venv")
except ImportError:
    pass
`;

/**
 * @param {string[]} command
 * @returns {Promise<string | undefined>} empty when it will do, undefined when there is no such command
 */
async function pythonProblem(command) {
  const { code, output } = await run(command[0], [...command.slice(1), "-I", "-c", introduce]);
  const [version, venv] = output.trim().split(/\r?\n/);
  if (code !== 0 || !/^\d+\.\d+$/.test(version)) return undefined;
  const [major, minor] = version.split(".").map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    return `Python ${version} is too old, ${oldest.join(".")} or newer is needed. ${getPython}`;
  }
  if (venv === "venv") return "";
  return `Python ${version} has no venv module. Install it: apt install python${version}-venv (Debian, Ubuntu)`;
}
