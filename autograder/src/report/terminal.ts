// The report for a terminal: one block per exercise, a line per test, then the total and what to know.
import type { ExerciseResult, Result, TestResult } from "../result.js";

export interface ReportOptions {
  readonly color: boolean;
  /** Also the tests that hold, of exercises that are full; layers and time. */
  readonly verbose: boolean;
}

export type Paint = (code: number, text: string) => string;

const green = 32;
export const red = 31;
const grey = 90;
export const bold = 1;

export function painter(color: boolean): Paint {
  return (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
}

export function terminalReport(result: Result, { color, verbose }: ReportOptions): string {
  const paint = painter(color);
  const width = Math.max(...result.exercises.map((e) => e.name.length));
  const { assignment, notebook } = result;
  const blocks = result.exercises.map((e) => exerciseBlock(e, result, width, verbose, paint));
  return [
    paint(bold, `${assignment.id}  ${assignment.title}`),
    `${printable(notebook.file)}${result.mode === "check" ? "  (visible tests)" : ""}`,
    "",
    ...blocks.flat(),
    "",
    paint(bold, totalLine(result)),
    ...result.warnings.map((w) => `note: ${printable(w.message)}`),
    ...hints(result),
    ...(verbose ? [paint(grey, layersLine(result))] : []),
    "",
  ].join("\n");
}

function totalLine({ points, maxPoints, mode, exercises }: Result): string {
  if (mode === "grade") return `total  ${points}/${maxPoints} points`;
  const tests = exercises.flatMap((e) => e.tests).filter((t) => t.status !== "skip");
  return `total  ${tests.filter((t) => t.status === "ok").length}/${tests.length} visible tests`;
}

function exerciseBlock(
  e: ExerciseResult,
  { mode }: Result,
  width: number,
  verbose: boolean,
  paint: Paint,
): string[] {
  const share = mode === "grade" ? `${e.points}/${e.maxPoints} points` : visibleShare(e);
  const word = e.status === "not_started" ? "not started" : e.status === "missing" ? "missing" : "";
  const head = `${paint(colorOf(e), e.name.padEnd(width))}  ${share}${word && `  ${paint(grey, word)}`}`;
  const reason = e.reason ? [`  ${paint(red, "fail")}  ${printable(e.reason)}`] : [];
  const tests = e.tests.filter(
    (t) => (e.status === "wrong" && !e.reason) || (verbose && t.status !== "not_run"),
  );
  return [head, ...reason, ...tests.map((t) => testLine(t, paint))];
}

/** A learner's own words must not move the cursor of the terminal they are shown on. */
export function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, "\uFFFD");
}

function visibleShare({ tests }: ExerciseResult): string {
  const counted = tests.filter((t) => t.status !== "skip");
  return `${counted.filter((t) => t.status === "ok").length}/${counted.length} tests`;
}

function colorOf({ status }: ExerciseResult): number {
  if (status === "full") return green;
  return status === "wrong" ? red : grey;
}

function testLine({ status, title, message }: TestResult, paint: Paint): string {
  if (status === "ok") return `  ${paint(green, "ok  ")}  ${title}`;
  if (status === "fail") return `  ${paint(red, "fail")}  ${title}: ${printable(message ?? "")}`;
  return `  ${paint(grey, "skip")}  ${title}`;
}

function hints({ mode, exercises, notebook }: Result): string[] {
  const throws = exercises.some((e) => e.tests.some((t) => t.message?.includes(" threw ")));
  if (mode === "check" || !throws) return [];
  return [`hint: npx autograder check ${notebook.file} shows what is thrown on the public examples`];
}

function layersLine({ layers, timing }: Result): string {
  const around = [layers.bubblewrap && "bubblewrap", layers.rlimits && "resource limits"].filter(Boolean);
  return `sandbox: deno ${layers.deno} without permissions${around.map((a) => `, ${a}`).join("")}; ${timing.seconds} s`;
}
