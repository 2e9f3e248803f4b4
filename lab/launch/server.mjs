// The JupyterLab server as a child process. All its state goes below .nabla/, its kernels and the plot renderer are
// found through JUPYTER_PATH, and it stops when the pipe to its stdin closes (lab/jupyter/serve.py listens there),
// which also happens when this process is killed outright.

import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lastLines, onWindows, root, scratch, Trouble } from "./common.mjs";
import { isAlive } from "./lock.mjs";

/**
 * @typedef {object} Server
 * @property {Promise<string>} ready - the address with its token, once the server answers
 * @property {Promise<number>} ended - exit code
 * @property {() => void} stop - asks the server to shut its kernels down and end; after ten seconds it is killed
 * @property {() => void} kill
 */

/**
 * @param {string} python
 * @param {import("./options.mjs").Options} options
 * @returns {Server}
 */
export function startServer(python, options) {
  const runtime = makeRuntimeFolder();
  const log = join(runtime, "server.log");
  const output = openSync(log, "w");
  const child = spawn(python, serverArguments(options), {
    cwd: root,
    env: kernelEnvironment(python, runtime),
    stdio: ["pipe", output, output],
    detached: !onWindows, // a group of its own: Ctrl-C reaches us alone
    windowsHide: true,
  });
  closeSync(output);
  child.stdin?.on("error", () => {}); // it ended first
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 0));
  });
  const forget = () => rmSync(runtime, { recursive: true, force: true });
  return {
    ready: firstAnswer(runtime, log, child),
    ended: ended.finally(forget),
    stop: () => {
      child.stdin?.end();
      setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
    },
    kill: () => child.kill("SIGKILL"),
  };
}

/** @param {import("./options.mjs").Options} options */
function serverArguments({ browser, port, notebooks }) {
  return [
    join(root, "lab", "jupyter", "serve.py"),
    `--config=${join(root, "lab", "jupyter", "config.py")}`,
    `--ServerApp.root_dir=${notebooks}`,
    `--ServerApp.open_browser=${browser ? "True" : "False"}`,
    `--ServerApp.port=${port ?? 8888}`,
    `--ServerApp.port_retries=${port === undefined ? 100 : 0}`,
  ];
}

/**
 * @param {string} python
 * @param {string} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function kernelEnvironment(python, runtime) {
  const state = process.env.NABLA_JUPYTER_STATE ?? join(scratch, "jupyter"); // tests leave a learner's settings alone
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|JUPYTER|IPYTHON)/.test(name)),
  );
  const path = [
    dirname(process.execPath),
    dirname(python),
    join(root, "node_modules", ".bin"),
    env.PATH ?? env.Path ?? "",
  ];
  delete env.Path;
  return {
    ...env,
    PATH: path.join(delimiter),
    PYTHONNOUSERSITE: "1",
    JUPYTER_PATH: ["kernel/share", ".", "extension/dist"]
      .map((path) => join(root, "lab", path))
      .join(delimiter),
    JUPYTER_CONFIG_PATH: join(root, "lab", "jupyter"),
    JUPYTER_CONFIG_DIR: join(state, "config"),
    JUPYTER_DATA_DIR: join(state, "data"),
    JUPYTER_RUNTIME_DIR: runtime,
    JUPYTERLAB_SETTINGS_DIR: join(state, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(state, "workspaces"),
    IPYTHONDIR: join(state, "ipython"),
    NABLA_HISTORY: join(state, "history.jsonl"),
  };
}

/** A folder of this launch's own, .nabla/run/PID; those of launches that are no more go away. */
function makeRuntimeFolder() {
  const parent = join(scratch, "run");
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (!isAlive(Number(name))) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, String(process.pid));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * @param {string} runtime
 * @param {string} log
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>}
 */
async function firstAnswer(runtime, log, child) {
  let over = false;
  child.once("exit", () => {
    over = true;
  });
  child.once("error", () => {
    over = true;
  });
  while (!over) {
    const address = announcedAddress(runtime);
    if (address && (await answers(address))) return address;
    await pause(50);
  }
  throw new Trouble(`JupyterLab did not start. Its last words:\n${lastLines(readFileSync(log, "utf8"), 20)}`);
}

/** @param {string} runtime */
function announcedAddress(runtime) {
  const name = readdirSync(runtime).find((file) => /^jpserver-\d+\.json$/.test(file));
  if (name === undefined) return undefined;
  try {
    const { url, token } = JSON.parse(readFileSync(join(runtime, name), "utf8"));
    return `${url}lab?token=${token}`;
  } catch {
    return undefined; // half written
  }
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/**
 * @param {number} port
 * @returns {Promise<void>} fails when another program listens there
 */
export function checkPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(portTrouble(port, /** @type {NodeJS.ErrnoException} */ (error))));
    probe.listen(port, "localhost", () => probe.close(() => resolve()));
  });
}

/**
 * @param {number} port
 * @param {NodeJS.ErrnoException} error
 */
function portTrouble(port, { code, message }) {
  if (code === "EADDRINUSE") {
    return new Trouble(
      `port ${port} is taken by another program. Choose another, or leave --port out to get a free one`,
    );
  }
  if (code === "EACCES") return new Trouble(`port ${port} needs special rights. Choose one above 1023`);
  return new Trouble(`port ${port} cannot be used: ${message}`);
}
