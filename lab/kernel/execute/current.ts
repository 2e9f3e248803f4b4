// Which cell is running, followed through promises, timers and events: output and late errors go to the cell that
// started them, and a stopped cell notices at its next await.

import { AsyncLocalStorage } from "node:async_hooks";

export interface Run {
  /** the number of the run; 0 before the first */
  readonly cell: number;
  /** the script's name in traces, for example "cell-3.ts" */
  readonly name: string;
  /** the last expression's value, once reached */
  result: { value: unknown } | null;
  /** characters printed so far */
  printed: number;
  stopped: boolean;
  done: boolean;
  /** intervals that are still ticking, cleared when the cell is stopped */
  readonly timers: Set<NodeJS.Timeout>;
}

const storage = new AsyncLocalStorage<Run>();
let latest = newRun(0, "cell-0.ts");

export function newRun(cell: number, name: string): Run {
  return { cell, name, result: null, printed: 0, stopped: false, done: false, timers: new Set() };
}

/** Calls `body` such that all it starts, at once or later, belongs to `run`. */
export function inRun(run: Run, body: () => void): void {
  latest = run;
  storage.run(run, body);
}

/** The run that the calling code belongs to; code of unknown origin belongs to the latest. */
export function currentRun(): Run {
  return storage.getStore() ?? latest;
}

/** The run that was started last. */
export function latestRun(): Run {
  return latest;
}
