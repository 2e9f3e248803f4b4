// Time limits measured by the reference: a learner's exercise may take a multiple of what the solution takes. What was measured
// stands beside the limit in assignment.json, so that anybody can see where the limit comes from.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment, Measured, Measurement } from "../assignment.js";
import { writeWhole } from "../class/record.js";
import type { Check } from "./verify.js";

/** Seconds of an exercise's slowest call, and of all its calls. */
export interface Times {
  readonly call: number;
  readonly all: number;
}

/** By exercise. */
export type Pace = Map<string, Times>;

/** A solution in plain loops takes longer than one in tensors, and machines differ. */
const leastFactor = 4;
const goodFactor = 20;
/** Starting anything takes a while on a busy machine. */
const leastSeconds = 4;

/** Of all limits of an exercise a single call gets this share (sandbox.ts). */
const callShare = 1 / 4;

/** One more call. */
export function timeCall(pace: Pace, name: string, seconds: number): void {
  const { call, all } = pace.get(name) ?? { call: 0, all: 0 };
  pace.set(name, { call: Math.max(call, seconds), all: all + seconds });
}

/** The quicker of several runs each: whatever else a machine does only makes a run slower. */
export function quickest(paces: readonly Pace[]): Pace {
  const names = [...new Set(paces.flatMap((pace) => [...pace.keys()]))];
  const least = (name: string, of: keyof Times): number =>
    Math.min(...paces.map((pace) => pace.get(name)?.[of] ?? Number.POSITIVE_INFINITY));
  return new Map(names.map((name) => [name, { call: least(name, "call"), all: least(name, "all") }]));
}

/** The slowest call and the slowest exercise, in whole milliseconds. */
export function measuredOf(pace: Pace): Measured {
  const most = (of: keyof Times): Measurement => {
    const [name, times] = [...pace].sort((a, b) => b[1][of] - a[1][of])[0] ?? [
      "nothing",
      { call: 0, all: 0 },
    ];
    return { name, seconds: Math.ceil(1000 * times[of]) / 1000 };
  };
  return { slowestCall: most("call"), slowestExercise: most("all") };
}

/** What limits.cpuSeconds should be: twenty times what was measured, of the call and of the whole exercise. */
export function limitFor({ slowestCall, slowestExercise }: Measured): number {
  const needed = Math.max(slowestCall.seconds / callShare, slowestExercise.seconds);
  return Math.max(leastSeconds, Math.ceil(goodFactor * needed - 1e-9));
}

const cure = "run: autograder verify --calibrate";

/** Whether the limit is the one that follows from what was measured. */
export function isMeasured({ limits: { cpuSeconds, measured } }: Assignment): Check {
  const name = "the time limit is measured, not guessed";
  if (!measured) return { name, problems: [`limits.measured is missing; ${cure}`] };
  const limit = limitFor(measured);
  const { slowestCall: call, slowestExercise: all } = measured;
  const note = `${cpuSeconds} s, from ${call.seconds} s of a call of ${call.name} and ${all.seconds} s of ${all.name}`;
  if (limit === cpuSeconds) return { name, problems: [], note };
  return {
    name,
    problems: [`limits.cpuSeconds is ${cpuSeconds}, from limits.measured follows ${limit}; ${cure}`],
  };
}

/** @param pace - of this machine, now */
export function tooTight(pace: Pace, { limits }: Assignment): Check {
  const { slowestCall, slowestExercise } = measuredOf(pace);
  const allowed = limits.cpuSeconds * callShare;
  const byCall = allowed / Math.max(slowestCall.seconds, 0.001);
  const byExercise = limits.cpuSeconds / Math.max(slowestExercise.seconds, 0.001);
  const factor = Math.min(byCall, byExercise);
  const note = `the slowest call, of ${slowestCall.name}, takes ${slowestCall.seconds.toFixed(3)} s of ${allowed} s, all of ${slowestExercise.name} ${slowestExercise.seconds.toFixed(3)} s of ${limits.cpuSeconds} s: factor ${Math.round(factor)}`;
  return {
    name: "the time limit leaves room for slower solutions",
    problems: factor < leastFactor ? [`the solution itself takes more than a quarter of it; ${cure}`] : [],
    note,
  };
}

/** Writes limit and measurement into assignment.json, whose text stays what it is elsewhere. @returns the limit */
export async function calibrate(dir: string, pace: Pace): Promise<number> {
  const path = join(dir, "assignment.json");
  const measured = measuredOf(pace);
  const cpuSeconds = limitFor(measured);
  const text = await readFile(path, "utf8");
  const { limits } = JSON.parse(text) as Assignment;
  const next = limitsJson({ ...limits, cpuSeconds, measured });
  await writeWhole(
    path,
    text.replace(/"limits":\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/, () => next),
  );
  return cpuSeconds;
}

/** As a person would write it. */
function limitsJson(limits: Assignment["limits"]): string {
  const text = JSON.stringify({ limits }, null, 2).split("\n").slice(1, -1).join("\n").trim();
  return text.replace(/\{\s*("name": "[^"]*"),\s*("seconds": [\d.]+)\s*\}/g, "{ $1, $2 }");
}
