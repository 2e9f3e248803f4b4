// The learner's world: the globals a cell may use, and process functions that would end the kernel made harmless.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { tire } from "./cell.js";
import { bound, currentRun, runNamed } from "./current.js";
import { clearOutput, display, showBundle } from "./display.js";
import { send } from "./frames.js";
import { print } from "./output.js";
import { failureOf } from "./traces.js";

const asked = new Map<number, (value: string | null) => void>();
let questions = 0;

/** Installs globals and guards. Call once. */
export function installRealm(): void {
  const require = createRequire(pathToFileURL(`${process.cwd()}/cell.ts`));
  const globals = { display, clearOutput, input, require, __dirname: process.cwd() };
  for (const [name, value] of Object.entries(globals)) define(name, value);
  const isWatched = () => currentRun().isWatched;
  define(Symbol.for("nabla.display"), Object.assign(showBundle, { isWatched }));
  guardProcess();
  bindTimers();
}

/** Asks the person at the notebook; resolves to what they type. */
function input(prompt = "", options: { password?: boolean } = {}): Promise<string> {
  const id = ++questions;
  send({
    t: "input",
    cell: currentRun().cell,
    id,
    prompt: String(prompt),
    password: options.password === true,
  });
  return new Promise((resolve, reject) => {
    const none = "input: there is nobody to ask, this front end takes no input";
    asked.set(id, (value) => (value === null ? reject(new Error(none)) : resolve(value)));
  });
}

/** Hands the answer to the question's promise; null: the front end cannot ask. */
export function answer(id: number, value: string | null): void {
  asked.get(id)?.(value);
  asked.delete(id);
}

function define(name: string | symbol, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}

function guardProcess(): void {
  for (const name of ["exit", "abort"] as const) {
    process[name] = (code?: unknown): never => {
      const call = `process.${name}(${code === undefined ? "" : String(code)})`;
      throw new Error(`${call} is not obeyed in a notebook. To end the program, restart the kernel`);
    };
  }
  process.on("SIGINT", () => undefined); // interrupts come as messages
  process.on("unhandledRejection", (reason) =>
    report("A promise was rejected and nobody handled it", reason),
  );
  process.on("uncaughtException", (error) => report("An error nobody caught", error));
}

/** Errors outside of any running cell: words on stderr of the cell they come from. */
function report(what: string, error: unknown): void {
  if (error instanceof Error && error.name === "Interrupted") return;
  const { traceback } = failureOf(error);
  const script = error instanceof Error ? /cell-\d+\.ts/.exec(String(error.stack)) : null;
  const run = script ? runNamed(script[0]) : undefined;
  print("stderr", `${what}:\n${traceback.join("\n")}\n`, run ?? currentRun());
}

/** Timers belong to the cell that set them; a stopped cell's intervals end, and it cannot set timers for ever. */
function bindTimers(): void {
  for (const name of ["setTimeout", "setInterval", "setImmediate"] as const) {
    const original = globalThis[name] as (
      callback: (...args: unknown[]) => void,
      ...rest: unknown[]
    ) => NodeJS.Timeout;
    const set = (callback: (...args: unknown[]) => void, ...rest: unknown[]): NodeJS.Timeout => {
      const run = currentRun();
      if (run.stopped) tire(run);
      const call = typeof callback === "function" ? bound(callback) : callback;
      const checked = (...args: unknown[]) => (run.stopped ? clearInterval(timer) : call(...args));
      const timer = original(name === "setInterval" ? checked : call, ...rest);
      return timer;
    };
    Object.defineProperties(set, Object.getOwnPropertyDescriptors(original)); // util.promisify finds its way by one
    globalThis[name] = set as never;
  }
}
