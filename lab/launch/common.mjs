// What all commands share: where the clone is, how they speak, and how they run other programs.
// Node's own modules only: this runs before anything is installed.

import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where everything goes that is made while running and may be deleted at any time. */
export const scratch = join(root, ".nabla");

export const onWindows = process.platform === "win32";

/** npm's cache, below the clone like everything else; deleted after each install. */
export const npmCache = join(scratch, "npm-cache");

/** A failure whose message is one line that names the cure: shown without a stack. */
export class Trouble extends Error {}

/** @param {string} text */
export function say(text) {
  console.log(`nabla: ${text}`);
}

/** @param {number} since - milliseconds, from Date.now() */
export function secondsSince(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

const knownCodes = new Map([
  ["ENOSPC", "the disk is full. Free some space and start again"],
  ["EACCES", "no permission. Give yourself the right to write in this folder"],
  ["EPERM", "no permission. Give yourself the right to write in this folder"],
  ["EROFS", "the file system is read-only. Clone to a folder that can be written"],
]);

/**
 * Runs a command's work; trouble becomes one line on stderr and exit code 1.
 *
 * @param {() => Promise<unknown>} work
 */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    console.error(`nabla: ${explain(error)}`);
    process.exit(1);
  }
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof Trouble) return error.message;
  const { code, path, stack } = /** @type {NodeJS.ErrnoException} */ (error);
  const known = knownCodes.get(code ?? "");
  return known ? `${path ?? root}: ${known}` : (stack ?? String(error));
}

const signs = [
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|NameResolutionError|ReadTimeoutError/,
    words:
      "the network did not answer. Check the connection (and any proxy), then run the same command again",
  },
  { sign: /ENOSPC|No space left/, words: knownCodes.get("ENOSPC") },
  { sign: /EACCES|EPERM|EROFS|Permission denied|Read-only file system/, words: knownCodes.get("EACCES") },
];

/**
 * Trouble for an installer that failed: its last words for the reader, and the cure if its output gives the cause away.
 *
 * @param {string} what - like "installing the npm packages"
 * @param {string} output
 */
export function installTrouble(what, output) {
  const known = signs.find(({ sign }) => sign.test(output));
  if (known) return new Trouble(`${what} failed: ${known.words}`);
  const errors = output.split("\n").filter((line) => /^(npm error|ERROR:)/.test(line));
  return new Trouble(`${what} failed:\n${errors.slice(0, 12).join("\n") || lastLines(output, 15)}`);
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}

/** @typedef {{ code: number, output: string }} Finished */

/**
 * Runs a program to its end, quietly. A program that cannot be started gives code 127.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<Finished>} exit code, and stdout and stderr as one text
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ["ignore", "pipe", "pipe"] });
    endWithUs(child, "SIGKILL"); // npm takes no notice of SIGTERM; what it leaves half done is not trusted anyway
    let output = "";
    const keep = (/** @type {Buffer} */ piece) => {
      output = (output + piece).slice(-200_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program in the user's sight.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} exit code
 */
export function runVisibly(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", ...options });
    endWithUs(child, "SIGTERM");
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** @type {Map<import("node:child_process").ChildProcess, NodeJS.Signals>} */
const running = new Map();

/**
 * A stopped command leaves nothing running behind.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function endWithUs(child, signal) {
  if (!watching) watchSignals();
  running.set(child, signal);
  child.on("close", () => running.delete(child));
}

let watching = false;

function watchSignals() {
  watching = true;
  for (const [signal, code] of /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])) {
    process.on(signal, () => {
      if (running.size === 0) return;
      for (const [child, last] of running) child.kill(last);
      process.exit(code);
    });
  }
}

/**
 * Runs npm, the one that started us if there is one.
 *
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function npm(args, cwd = root) {
  const env = { ...process.env };
  delete env.npm_config_local_prefix; // it would tie lab/tslab to the clone's own package.json
  const ours = [...args, "--logs-max=0", "--cache", npmCache]; // nothing in the home folder
  const cli = process.env.npm_execpath ?? "";
  if (/npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...ours], { cwd, env });
  return run("npm", ours, { cwd, env, shell: onWindows });
}
