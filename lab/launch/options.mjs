// The options of `npm start`.

import { resolve } from "node:path";
import { root, Trouble } from "./common.mjs";

export const usage = `Usage: npm start [-- OPTIONS]

Opens JupyterLab on the notebooks, after whatever set-up is missing.

  --no-browser      do not open a browser, only print the address
  --port N          use this port, or say so when it is taken (otherwise: the first free one from 8888)
  --notebooks DIR   open this folder instead of notebooks/ (inside the clone, or imports of kernel-lib fail)
  --help            this text

Ctrl-C stops JupyterLab and every kernel it started.`;

/**
 * @typedef {{ browser: boolean, port: number | undefined, notebooks: string, help: boolean }} Options
 */

/**
 * @param {string[]} args
 * @returns {Options}
 */
export function parseOptions(args) {
  /** @type {Options} */
  const options = { browser: true, port: undefined, notebooks: resolve(root, "notebooks"), help: false };
  const rest = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.replace(/=.*/s, ""), arg.replace(/^[^=]*=/, "")] : [arg],
  );
  while (rest.length > 0) {
    const name = /** @type {string} */ (rest.shift());
    if (name === "--no-browser") options.browser = false;
    else if (name === "--help" || name === "-h") options.help = true;
    else if (name === "--port") options.port = portNumber(rest.shift());
    else if (name === "--notebooks") options.notebooks = resolve(needed(name, rest.shift()));
    else throw new Trouble(`unknown option ${name}\n\n${usage}`);
  }
  return options;
}

/** @param {string | undefined} text */
function portNumber(text) {
  const port = Number(needed("--port", text));
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Trouble(`--port takes a number from 1 to 65535, got ${text}. Example: npm start -- --port 8890`);
}

/**
 * @param {string} name
 * @param {string | undefined} value
 */
function needed(name, value) {
  if (value !== undefined) return value;
  throw new Trouble(`${name} takes a value\n\n${usage}`);
}
