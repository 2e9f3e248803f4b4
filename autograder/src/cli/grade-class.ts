// autograder grade FOLDER --out RESULTS: the command line around a class.
import { join } from "node:path";
import { gradeClass } from "../class/grade-class.js";
import { duration, Progress } from "../class/progress.js";
import { classReport } from "../class/report.js";
import { printableName } from "../report/printable.js";
import { type Arguments, UsageError } from "./arguments.js";
import { useColor } from "./terminal.js";

/** The exit code of programs that Ctrl-C ends. */
const interrupted = 130;

/** @returns the exit code: 1 when a learner could not be graded */
export async function gradeFolder(folder: string, given: Arguments): Promise<number> {
  const out = given.value("out");
  if (!out) throw new UsageError("grade: a folder of submissions needs --out RESULTS_DIR");
  const workers = workersOf(given.value("workers"));
  const started = performance.now();
  let progress: Progress | null = null;
  const begin = (total: number): void => {
    progress = new Progress({ total, isTTY: isLive(), write: say, now: () => performance.now() });
  };
  const interrupt = (): void => {
    progress?.end();
    say("stopped; what is graded is kept: the same line goes on from there\n");
    process.exit(interrupted);
  };
  process.once("SIGINT", interrupt);
  const { records, graded, kept } = await gradeClass({
    ...{ folder, out, workers, assignment: given.value("assignment") },
    ...{ begin, note: (line) => say(`${printableName(line)}\n`), step: () => progress?.step() },
  }).finally(() => {
    progress?.end();
    process.off("SIGINT", interrupt);
  });
  const time = duration((performance.now() - started) / 1000);
  process.stdout.write(`${classReport(records, useColor(process.stdout))}\n`);
  process.stdout.write(
    `${graded} graded now, ${kept} unchanged, in ${time}; see ${join(out, "summary.csv")}\n`,
  );
  return records.some((r) => r.status === "ungradable") ? 1 : 0;
}

function workersOf(text: string | null): number | null {
  if (text === null) return null;
  const workers = Number(text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= 256) return workers;
  throw new UsageError(`grade: --workers is a number from 1 to 256, got ${text}`);
}

function isLive(): boolean {
  return process.stderr.isTTY === true && process.env.TERM !== "dumb";
}

function say(text: string): void {
  process.stderr.write(text);
}
