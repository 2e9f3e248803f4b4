// Runs first in every thread that a cell starts (Node is told to by --require). Node would hand what a worker prints to the
// main thread when the worker is idle, a line at a time; here it leaves in larger pieces, also in the midst of a loop.

import type { WorkerOrigin } from "./frames.js" with { "resolution-mode": "import" };

type StreamName = "stdout" | "stderr";

const threads = process.getBuiltinModule("node:worker_threads");
const mostText = 32_768; // characters in one message
const origin = threads.getEnvironmentData("nabla.output") as WorkerOrigin | undefined; // output.ts writes it
if (!threads.isMainThread && origin !== undefined) takeOver(origin);

function takeOver({ run, own, limit }: WorkerOrigin): void {
  const channel = new threads.BroadcastChannel("nabla.output");
  (channel as unknown as { unref: () => void }).unref();
  for (const name of ["stdout", "stderr"] as const) {
    if (!own.includes(name)) gather(name, limit, (text) => channel.postMessage({ run, name, text }));
  }
}

/**
 * Sends what is printed when much has come together, when the loop that prints ends, and when the worker does.
 *
 * @param limit - characters; the main thread says when it is too much, here the rest is not even sent
 */
function gather(name: StreamName, limit: number, post: (text: string) => void): void {
  let gathered = "";
  let printed = 0;
  let isWaiting = false;
  const flush = () => {
    isWaiting = false;
    if (gathered !== "") post(gathered);
    gathered = "";
  };
  process[name].write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    if (printed <= limit) gathered += text;
    printed += text.length;
    if (gathered.length > mostText || printed > limit) flush();
    else if (!isWaiting) setImmediate(flush);
    isWaiting = gathered !== "";
    const callback = rest.find((item) => typeof item === "function") as (() => void) | undefined;
    if (callback) queueMicrotask(callback);
    return true;
  }) as typeof process.stdout.write;
  process.on("exit", flush);
}
