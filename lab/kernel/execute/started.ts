// What a cell starts beside itself: threads and programs. Those of a stopped cell end with it; those of earlier cells stay.

import { ChildProcess } from "node:child_process";
import type { EventEmitter } from "node:events";
import { currentRun, type Run } from "./current.js";

type Spawn = (this: ChildProcess, options: unknown) => unknown;

const enders = new WeakMap<Run, Set<() => void>>();

/** Notes the programs that cells start, however they do: all ways lead through one method. */
export function watchPrograms(): void {
  const prototype = ChildProcess.prototype as unknown as { spawn: Spawn };
  const { spawn } = prototype;
  prototype.spawn = function (options) {
    const error = spawn.call(this, options);
    noteStarted(this, () => this.kill());
    return error;
  };
}

/** Notes what the current run has started; `end` ends it, and it says "exit" when it has. */
export function noteStarted(thing: EventEmitter, end: () => void): void {
  const run = currentRun();
  const known = enders.get(run) ?? new Set();
  enders.set(run, known.add(end));
  thing.once("exit", () => known.delete(end));
  if (run.stopped) end();
}

/** Ends what `run` has started. */
export function endStarted(run: Run): void {
  for (const end of enders.get(run) ?? []) end();
}
