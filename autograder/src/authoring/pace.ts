// Time limits measured by the reference: a learner's call may take a multiple of the slowest call of the solution.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../assignment.js";
import type { Check } from "./verify.js";

/** Seconds of the slowest call, by exercise. */
export type Pace = Map<string, number>;

/** A solution in plain loops takes longer than one in tensors, and machines differ. */
const leastFactor = 4;
const goodFactor = 20;
/** Starting anything takes a while on a busy machine. */
const leastSeconds = 4;

/** Of all limits of an exercise a single call gets this share (sandbox.ts). */
const callShare = 1 / 4;

function slowest(pace: Pace): [string, number] {
  return [...pace].sort((a, b) => b[1] - a[1])[0] ?? ["nothing", 0];
}

export function tooTight(pace: Pace, { limits }: Assignment): Check {
  const [name, seconds] = slowest(pace);
  const allowed = limits.cpuSeconds * callShare;
  const factor = allowed / Math.max(seconds, 0.001);
  const note = `the slowest call, of ${name}, takes ${seconds.toFixed(3)} s of ${allowed} s: factor ${Math.round(factor)}`;
  const cure = `limits.cpuSeconds should be ${limitFor(pace)}; run: autograder verify --calibrate`;
  return {
    name: "the time limit leaves room for slower solutions",
    problems: factor < leastFactor ? [cure] : [],
    note,
  };
}

/** What limits.cpuSeconds should be. */
export function limitFor(pace: Pace): number {
  return Math.max(leastSeconds, Math.ceil((goodFactor * slowest(pace)[1]) / callShare));
}

/** Writes the limit into assignment.json, whose text stays what it is elsewhere. @returns the limit */
export async function calibrate(dir: string, pace: Pace): Promise<number> {
  const path = join(dir, "assignment.json");
  const limit = limitFor(pace);
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/("cpuSeconds":\s*)[\d.]+/, `$1${limit}`));
  return limit;
}
