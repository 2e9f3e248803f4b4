// Watches a child while it works on one request: CPU time, wall time behind it, and memory where no rlimit counts it.
import type { Deadline } from "./child-process.js";
import type { Limits } from "./launch.js";
import { type UseOf, useOf } from "./usage.js";

/** How often the guard looks: no deadline is missed by more, as long as the machine lets it look. */
export const lookMs = 20;
/** What Deno and the library take before any learner's value. */
const baseRssMb = 130;

/** What the guard sees; a test has its own. */
export interface Watch {
  /** The judge's clock, in milliseconds. */
  now(): number;
  /** @returns what ends it */
  every(ms: number, look: () => void): () => void;
  readonly useOf: UseOf;
}

const realWatch: Watch = {
  now: () => performance.now(),
  every: (ms, look) => {
    const timer = setInterval(look, ms);
    return () => clearInterval(timer);
  },
  useOf,
};

export class Guard {
  readonly #pid: number;
  readonly #deadline: Deadline;
  readonly #watch: Watch;
  readonly #stop: () => void;
  readonly #started: number;
  /** CPU seconds of the child before this request; null until the first look, or where nobody can tell. */
  #before: number | null = null;
  #used: number | null = null;

  /** @param fail - told once, at the first look that finds too much */
  constructor(
    pid: number,
    deadline: Deadline,
    limits: Limits,
    fail: (failure: "timeout" | "memory") => void,
    watch: Watch = realWatch,
  ) {
    this.#pid = pid;
    this.#deadline = deadline;
    this.#watch = watch;
    this.#started = watch.now();
    const highest = limits.memoryMb + baseRssMb;
    this.#stop = watch.every(lookMs, () => {
      const rss = this.#look();
      const failure = this.#isLate() ? "timeout" : rss > highest ? "memory" : null;
      if (failure === null) return;
      this.#stop();
      fail(failure);
    });
  }

  /** @returns what the request cost, in seconds */
  end(): number {
    this.#stop();
    return this.#used ?? this.#wall();
  }

  /** @returns resident memory in MB, 0 where nobody can tell */
  #look(): number {
    const now = this.#watch.useOf(this.#pid);
    if (!now) return 0;
    if (now.cpuSeconds !== null) {
      // Most requests end before the first look; those that do not have used no more than a look's time by then.
      this.#before ??= now.cpuSeconds - Math.min(this.#wall(), now.cpuSeconds);
      this.#used = now.cpuSeconds - this.#before;
    }
    return now.rssMb;
  }

  #isLate(): boolean {
    const { cpuSeconds, wallSeconds } = this.#deadline;
    return (this.#used ?? 0) > cpuSeconds || this.#wall() > wallSeconds;
  }

  #wall(): number {
    return (this.#watch.now() - this.#started) / 1000;
  }
}
