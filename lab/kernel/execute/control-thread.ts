// A thread of the learner's process that learner code cannot block. It passes orders on, one after the other, stops loops
// through the inspector, and ends the process when the kernel has gone.

import inspector from "node:inspector";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { type MessagePort, workerData } from "node:worker_threads";
import type { Order } from "./frames.js";

const { main } = workerData as { main: MessagePort };
const session = new inspector.Session();
const kernel = new Socket({ fd: 3, readable: true, writable: false });
const patience = 150; // milliseconds an event loop may take to answer before it counts as busy
const morePatience = 600; // until it counts as waiting for a program, as execSync does
const group = process.platform === "win32" ? null : -process.pid; // this process and the programs that cells have started

let pong: (() => void) | null = null;
let obeyed = Promise.resolve();

session.connectToMainThread();
kernel.on("error", end);
kernel.on("close", end);
kernel.on("end", end);
createInterface({ input: kernel }).on("line", (line) => {
  obeyed = obeyed.then(() => obey(JSON.parse(line) as Order));
});
main.on("message", () => pong?.());

function obey(order: Order): Promise<void> | void {
  if (order.op === "interrupt") return interrupt();
  main.postMessage(order);
}

/** The kernel has gone: nobody wants the results. */
function end(): void {
  process.kill(group ?? process.pid, "SIGKILL");
}

/**
 * An event loop that answers is waiting or looping with awaits: the main thread stops such a cell itself. One that
 * does not answer is in a loop: terminate what runs, until it answers. One that still does not may wait for a program: all
 * programs are told, as Ctrl-C in a terminal does. Native code ends when it is done, and the next order waits for that.
 */
async function interrupt(): Promise<void> {
  const timer = setTimeout(() => group !== null && process.kill(group, "SIGINT"), morePatience);
  while (!(await answers())) await new Promise((done) => session.post("Runtime.terminateExecution", done));
  clearTimeout(timer);
  main.postMessage({ op: "stop" });
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    pong = () => {
      clearTimeout(timer);
      resolve(true);
    };
    main.postMessage({ op: "ping" });
  });
}
