// stdout and stderr of the learner's process. Every write leaves at once, in order, with the number of its cell; a loop
// that prints for ever is cut off with a notice.

import { Console } from "node:console";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { BroadcastChannel, setEnvironmentData, type WorkerOptions } from "node:worker_threads";
import { currentRun, latestRun, type Run, runNamed } from "./current.js";
import { send, type WorkerOrigin, type WorkerText } from "./frames.js";
import { noteStarted } from "./started.js";

const defaultLimit = 10; // megabytes of text per cell; a notebook with more no longer opens

type StreamName = "stdout" | "stderr";

/** Redirects process.stdout, process.stderr and console. */
export function installOutput(): void {
  for (const name of ["stdout", "stderr"] as const) {
    process[name].write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      print(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
      const callback = rest.find((item) => typeof item === "function") as (() => void) | undefined;
      if (callback) queueMicrotask(callback);
      return true;
    }) as typeof process.stdout.write;
  }
  installConsole();
  listenToWorkers();
  markWorkers();
}

/** Node's own console also feeds the inspector, which keeps what was printed alive; this one only prints. */
function installConsole(): void {
  const target = { write: process.stdout.write.bind(process.stdout) };
  const errors = { write: process.stderr.write.bind(process.stderr) };
  const plain = new Console({ stdout: stub(target), stderr: stub(errors), groupIndentation: 2 });
  for (const key of Object.keys(plain) as (keyof Console)[]) {
    if (key !== "Console" && typeof plain[key] === "function") Object.assign(console, { [key]: plain[key] });
  }
}

/** A stream with no more than Console asks of it: listening for errors on a real one costs more than the write. */
function stub(stream: { write: (text: string) => boolean }): NodeJS.WriteStream {
  const nothing = () => undefined;
  return {
    write: (text: string) => stream.write(text),
    on: nothing,
    once: nothing,
    removeListener: nothing,
    listenerCount: () => 1,
  } as unknown as NodeJS.WriteStream;
}

/** What workers print belongs to the cells that started them; worker-output.cts sends it. */
function listenToWorkers(): void {
  const channel = new BroadcastChannel("nabla.output");
  channel.onmessage = (event) => {
    const { run, name, text } = (event as { data: WorkerText }).data;
    print(name, text, runNamed(run) ?? latestRun());
  };
}

/** Tells each worker, and those that it starts itself, which cell it comes from. */
function markWorkers(): void {
  const threads = createRequire(import.meta.url)(
    "node:worker_threads",
  ) as typeof import("node:worker_threads");
  threads.Worker = class Worker extends threads.Worker {
    constructor(filename: string | URL, options?: WorkerOptions) {
      const own = (["stdout", "stderr"] as const).filter((name) => options?.[name]);
      const origin: WorkerOrigin = { run: currentRun().name, own, limit: limitInCharacters() };
      setEnvironmentData("nabla.output", origin as never);
      super(filename, options);
      noteStarted(this, () => void this.terminate());
    }
  };
  syncBuiltinESMExports();
}

/** Prints into the cell that the caller belongs to. */
export function print(name: StreamName, text: string, run: Run = currentRun()): void {
  if (text === "") return;
  const limit = limitInCharacters();
  if (run.printed > limit) return;
  run.printed += text.length;
  send({ t: "stream", cell: run.cell, name, text });
  if (run.printed > limit) send({ t: "stream", cell: run.cell, name: "stderr", text: notice(limit) });
}

function limitInCharacters(): number {
  const wanted = Number(process.env.NABLA_MAX_OUTPUT ?? defaultLimit);
  return (Number.isNaN(wanted) ? defaultLimit : wanted) * 1_000_000;
}

function notice(limit: number): string {
  const megabytes = limit / 1_000_000;
  return (
    `\nThis cell has printed more than ${megabytes} MB; the rest of its output is dropped. ` +
    `To lift the limit: process.env.NABLA_MAX_OUTPUT = "${megabytes * 10}" and run the cell again.\n`
  );
}
