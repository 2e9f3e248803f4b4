// Runs one cell: its script goes through V8's REPL mode, in this thread and this realm. What the script needs of the
// kernel it finds under the global name `__cell__`; the transpiler writes those calls.

import inspector from "node:inspector";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { promiseHooks } from "node:v8";
import { currentRun, enter, goOnIn, latestRun, newRun, type Run } from "./current.js";
import { bundleOf, DisplayHandle } from "./display.js";
import { type Failure, type Order, send } from "./frames.js";
import { bring, importFrom } from "./importer.js";
import { endStarted } from "./started.js";
import { addSource, failureOf } from "./traces.js";

/** Thrown at the next await of a stopped cell, so that its `finally` blocks run. */
class Interrupted extends Error {
  override readonly name = "Interrupted";
  constructor() {
    super("the cell was stopped");
  }
}

const session = new inspector.Session();
const group = "cell";
const politeness = 20; // exceptions before termination
let globalId = "";
let caught: unknown;

/** What a cell's script calls. */
const face = {
  import: importFrom,
  meta: metaOf(),
  result: (value: unknown): void => {
    currentRun().result = { value };
  },
  mark: currentRun,
  resume: resumeRun,
  caught: (error: unknown): void => {
    caught = error;
  },
};

/** Prepares the inspector session. Call once. */
export function installCells(): void {
  Object.defineProperty(globalThis, "__cell__", { value: face });
  Object.defineProperty(globalThis, Symbol.for("nabla.resume"), {
    value: <T>(value: T): T => resumeRun(currentRun(), value),
  });
  session.connect();
  session.post("Runtime.evaluate", { expression: "globalThis" }, (_, reply) => {
    globalId = reply.result.objectId!;
  });
}

/** Runs a cell; its frames end with "done". */
export function runCell(order: Order & { op: "run" }): void {
  const run = newRun(order.cell, order.name, order.isWatched);
  addSource(order.name, order.map);
  bring(order.files);
  const expression = `${order.code}\n//# sourceURL=${order.name}`;
  const options = { expression, replMode: true, awaitPromise: true, objectGroup: group };
  enter(run);
  const unhook = promiseHooks.onInit((promise) => {
    run.promise = promise;
    unhook();
  });
  session.post("Runtime.evaluate", options, (error, reply) => {
    void settle(run, error, reply as inspector.Runtime.EvaluateReturnType);
  });
}

/** Ends the latest run from outside: its code was terminated, or it waits and will be stopped when it goes on. */
export function stopCell(): void {
  const run = latestRun();
  run.stopped = true;
  if (!run.done) endStarted(run);
  finish(run, stoppedFailure());
}

async function settle(
  run: Run,
  error: Error | null,
  reply: inspector.Runtime.EvaluateReturnType,
): Promise<void> {
  if (run.done) return;
  if (error) return finish(run, stoppedFailure());
  if (reply.exceptionDetails) return finish(run, describe(thrownValue(reply.exceptionDetails)));
  try {
    if (run.result) await showResult(run, run.result.value);
    finish(run, null);
  } catch (problem) {
    finish(run, describe(problem));
  }
}

async function showResult(run: Run, value: unknown): Promise<void> {
  if (value === undefined || value instanceof DisplayHandle) return;
  const data = await bundleOf(value);
  if (!run.done) send({ t: "result", cell: run.cell, data, metadata: {} });
}

function finish(run: Run, error: Failure | null): void {
  if (run.done) return;
  run.done = true;
  run.result = null;
  if (!run.stopped) run.promise = null;
  session.post("Runtime.releaseObjectGroup", { objectGroup: group });
  send({ t: "done", cell: run.cell, error });
}

function describe(error: unknown): Failure {
  try {
    return error instanceof Interrupted ? stoppedFailure() : failureOf(error);
  } catch {
    return { ename: "Error", evalue: "", traceback: ["Error: an error that cannot be printed"] };
  }
}

function stoppedFailure(): Failure {
  const text = "Interrupted: the cell was stopped; variables keep their values";
  return { ename: "Interrupted", evalue: "the cell was stopped", traceback: [text] };
}

/** The thrown value itself, which the inspector only describes. */
function thrownValue(details: inspector.Runtime.ExceptionDetails): unknown {
  const { objectId, value, unserializableValue } = details.exception ?? {};
  if (objectId === undefined && unserializableValue === undefined) return value;
  const argument = objectId === undefined ? { unserializableValue } : { objectId };
  session.post("Runtime.callFunctionOn", {
    objectId: globalId,
    functionDeclaration: "function (error) { __cell__.caught(error); }",
    arguments: [argument as inspector.Runtime.CallArgument],
  });
  return caught;
}

/** After every await of a cell, with the run from before it: a stopped cell gets exceptions and, at last, is terminated. */
function resumeRun<T>(run: Run, value: T): T {
  goOnIn(run);
  if (run.stopped) tellStopped(run);
  return value;
}

/** Ends what a stopped run still does: politely, so that `finally` blocks run; code that catches all is terminated. */
function tellStopped(run: Run): void {
  tire(run);
  throw new Interrupted();
}

/** Counts what a stopped run goes on doing, and terminates it when that is too much. */
export function tire(run: Run): void {
  if (++run.told <= politeness) return;
  session.post("Runtime.terminateExecution");
  for (;;);
}

function metaOf(): { url: string; filename: string; dirname: string; resolve: (name: string) => string } {
  const filename = `${process.cwd()}/cell.ts`;
  const { href } = pathToFileURL(filename);
  const resolve = (name: string) => pathToFileURL(createRequire(href).resolve(name)).href;
  return { url: href, filename, dirname: process.cwd(), resolve };
}
