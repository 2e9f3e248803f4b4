// Which cell the running code belongs to: late output and errors go to the cell that started them, and a stopped cell
// notices at its next await. Cells carry their run across awaits themselves (the transpiler writes `mark` and `resume`)
// and timers carry it here. Not AsyncLocalStorage: on Node 20 a terminated continuation would abort the process, since
// the stack of async ids it leaves behind is checked.

export interface Run {
  /** the number of the run; 0 before the first */
  readonly cell: number;
  /** the script's name in traces, for example "cell-3.ts" */
  readonly name: string;
  /** somebody sees the output appear */
  readonly isWatched: boolean;
  /** the last expression's value, once reached */
  result: { value: unknown } | null;
  /** characters printed so far */
  printed: number;
  stopped: boolean;
  /** the script's own: were it collected, as it might after a termination, the inspector would run code amid that */
  promise: Promise<unknown> | null;
  /** how often a stopped run was told so */
  told: number;
  done: boolean;
}

const runs = new Map<string, Run>();
let latest: Run = newRun(0, "cell-0.ts");
let active = latest;

export function newRun(cell: number, name: string, isWatched = false): Run {
  return {
    cell,
    name,
    isWatched,
    result: null,
    printed: 0,
    stopped: false,
    promise: null,
    told: 0,
    done: false,
  };
}

/** What starts from now on belongs to `run`. */
export function enter(run: Run): void {
  latest = active = run;
  runs.set(run.name, run);
}

/** The run that the calling code belongs to; code of unknown origin belongs to the latest. */
export function currentRun(): Run {
  return active;
}

/** The run that was started last. */
export function latestRun(): Run {
  return latest;
}

/** The run whose script has this name. */
export function runNamed(name: string): Run | undefined {
  return runs.get(name);
}

/** Goes on in `run`, up to the end of the present continuation. */
export function goOnIn(run: Run): void {
  if (run === active) return;
  active = run;
  queueMicrotask(() => {
    active = latest;
  });
}

/** `callback`, belonging to the run that is current now. */
export function bound<A extends unknown[]>(callback: (...args: A) => unknown): (...args: A) => void {
  const run = active;
  return function (this: unknown, ...args: A) {
    active = run;
    try {
      callback.apply(this, args);
    } finally {
      active = latest;
    }
  };
}
