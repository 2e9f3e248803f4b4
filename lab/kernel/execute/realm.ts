// The learner's world: the globals a cell may use, and process functions that would end the kernel made harmless.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { currentRun } from "./current.js";
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
  define(Symbol.for("nabla.display"), showBundle);
  guardProcess();
  followIntervals();
}

/** Asks the person at the notebook; resolves to what they type. */
export function input(prompt = "", options: { password?: boolean } = {}): Promise<string> {
  const id = ++questions;
  send({ t: "input", cell: currentRun().cell, id, prompt: String(prompt), password: options.password === true });
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
  process.exit = ((code?: number) => {
    const text = code === undefined ? "" : String(code);
    throw new Error(`process.exit(${text}) is not obeyed in a notebook. To end the program, restart the kernel`);
  }) as typeof process.exit;
  process.on("SIGINT", () => undefined); // interrupts come as messages
  process.on("unhandledRejection", (reason) => report("A promise was rejected and nobody handled it", reason));
  process.on("uncaughtException", (error) => report("An error nobody caught", error));
}

/** Errors outside of any running cell: words on stderr of the cell they come from. */
function report(what: string, error: unknown): void {
  if (error instanceof Error && error.name === "Interrupted") return;
  const { traceback } = failureOf(error);
  print("stderr", `${what}:\n${traceback.join("\n")}\n`);
}

/** Remembers a cell's intervals, so that stopping the cell stops them. */
function followIntervals(): void {
  const { setInterval, clearInterval } = globalThis;
  const started = ((...args: Parameters<typeof setInterval>) => {
    const timer = setInterval(...args);
    currentRun().timers.add(timer);
    return timer;
  }) as typeof setInterval;
  globalThis.setInterval = started;
  globalThis.clearInterval = ((timer?: NodeJS.Timeout) => {
    if (timer !== undefined) currentRun().timers.delete(timer);
    clearInterval(timer);
  }) as typeof clearInterval;
}
