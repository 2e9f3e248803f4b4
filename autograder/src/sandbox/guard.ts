// Watches a child while it works on one request: CPU time, wall time behind it, and memory where no rlimit counts it.
import { readFileSync } from "node:fs";
import type { Deadline } from "./child-process.js";
import type { Limits } from "./launch.js";

const pollMs = 20;
/** What Deno and the library take before any learner's value. */
const baseRssMb = 130;

export class Guard {
  readonly #pid: number;
  readonly #deadline: Deadline;
  readonly #timer: NodeJS.Timeout;
  readonly #started = performance.now();
  /** CPU seconds of the child before this request; null until the first look, or where nobody can tell. */
  #before: number | null = null;
  #used: number | null = null;

  constructor(
    pid: number,
    deadline: Deadline,
    limits: Limits,
    fail: (failure: "timeout" | "memory") => void,
  ) {
    this.#pid = pid;
    this.#deadline = deadline;
    const highest = limits.memoryMb + baseRssMb;
    this.#timer = setInterval(() => {
      const rss = this.#look();
      if (this.#isLate()) fail("timeout");
      else if (rss > highest) fail("memory");
    }, pollMs);
  }

  /** @returns what the request cost, in seconds */
  end(): number {
    clearInterval(this.#timer);
    return this.#used ?? this.#wall();
  }

  /** @returns resident memory in MB, 0 where nobody can tell */
  #look(): number {
    const now = usage(this.#pid);
    if (!now) return 0;
    // Most requests end before the first look; those that do not have used no more than a look's time by then.
    this.#before ??= now.cpuSeconds - Math.min(this.#wall(), now.cpuSeconds);
    this.#used = now.cpuSeconds - this.#before;
    return now.rssMb;
  }

  #isLate(): boolean {
    const { cpuSeconds, wallSeconds } = this.#deadline;
    return (this.#used ?? 0) > cpuSeconds || this.#wall() > wallSeconds;
  }

  #wall(): number {
    return (performance.now() - this.#started) / 1000;
  }
}

/** Use of a process and its descendants, from /proc; null where there is no /proc. */
function usage(pid: number): { cpuSeconds: number; rssMb: number } | null {
  let cpuTicks = 0;
  let pages = 0;
  for (const p of family(pid)) {
    try {
      const stat = readFileSync(`/proc/${p}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      cpuTicks += Number(fields[11]) + Number(fields[12]);
      pages += Number(fields[21]);
    } catch {
      if (p === pid) return null;
    }
  }
  return { cpuSeconds: cpuTicks / 100, rssMb: (pages * 4096) / 2 ** 20 };
}

function family(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return [pid, ...children.flatMap((child) => family(Number(child)))];
  } catch {
    return [pid];
  }
}
