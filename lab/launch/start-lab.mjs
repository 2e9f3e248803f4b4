// The body of `npm start`: set-up, then a JupyterLab that lives as long as this process and not a second longer.

import { existsSync } from "node:fs";
import { relative } from "node:path";
import { orExplain, root, say, Trouble } from "./common.mjs";
import { makeReady } from "./make-ready.mjs";
import { parseOptions, usage } from "./options.mjs";
import { checkPort, startServer } from "./server.mjs";

/** @param {string[]} args */
export async function main(args) {
  await orExplain(async () => {
    const options = parseOptions(args);
    if (options.help) return console.log(usage);
    if (!existsSync(options.notebooks))
      throw new Trouble(`${options.notebooks} does not exist. Make it first`);
    if (options.port !== undefined) await checkPort(options.port);
    const { python } = await makeReady();
    await serve(python, options);
  });
}

/**
 * @param {string} python
 * @param {import("./options.mjs").Options} options
 */
async function serve(python, options) {
  const server = startServer(python, options);
  stopOnSignals(server);
  const url = await server.ready;
  say(`JupyterLab is open on ${relative(root, options.notebooks) || "."}/; Ctrl-C stops it\n\n    ${url}\n`);
  process.exitCode = await server.ended;
}

/**
 * The server does not share our terminal: it stops when we say so, once, however we were told.
 *
 * @param {ReturnType<typeof startServer>} server
 */
function stopOnSignals(server) {
  let told = false;
  const stop = () => {
    if (!told) say("stopping JupyterLab and its kernels");
    told ? server.kill() : server.stop();
    told = true;
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
  process.stdout.on("error", () => {}); // the terminal may be gone
  if (process.env.npm_lifecycle_event) stopWithParent(stop);
}

/**
 * npm killed outright cannot pass a signal on.
 *
 * @param {() => void} stop
 */
function stopWithParent(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
