// The report for a terminal: one block per exercise, a line per test, then the total and what to know.
import { english, type Words } from "../messages/say.js";
import type { Result } from "../result.js";
import { printable, printableName } from "./printable.js";
import { type ExerciseView, type LineView, sandboxLine, viewOf } from "./view.js";
import { wrap } from "./wrap.js";

export interface ReportOptions {
  readonly color: boolean;
  /** Also the tests that hold, of exercises that are full; layers. */
  readonly verbose: boolean;
  /** Columns; lines stay whole when it is null. */
  readonly width?: number | null;
  readonly words?: Words;
}

export type Paint = (code: number, text: string) => string;

const green = 32;
export const red = 31;
const grey = 90;
export const bold = 1;

export function painter(color: boolean): Paint {
  return (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
}

interface Setting {
  readonly paint: Paint;
  readonly words: Words;
  readonly verbose: boolean;
  readonly nameWidth: number;
  readonly fold: (line: string, indent: number) => string;
}

export function terminalReport(result: Result, options: ReportOptions): string {
  const { color, verbose, width = null, words = english } = options;
  const view = viewOf(result, words);
  const nameWidth = Math.max(...view.exercises.map((e) => e.name.length));
  const fold = (line: string, indent: number): string => wrap(line, width, indent);
  const setting = { paint: painter(color), words, verbose, nameWidth, fold };
  const { paint } = setting;
  const warnings = view.warnings.map((w) => fold(words("report.note", { text: printable(w) }), 2));
  const notes = view.notes.map((n) => paint(grey, fold(words("report.also", { text: printable(n) }), 2)));
  return [
    paint(bold, `${view.id}  ${view.title}`),
    `${printableName(view.file)}${result.mode === "check" ? `  (${words("report.visible")})` : ""}`,
    "",
    ...view.exercises.flatMap((e) => exerciseBlock(e, setting)),
    "",
    paint(bold, view.total),
    ...warnings,
    ...notes,
    ...view.hints.map((hint) => fold(printableName(hint), 2)),
    ...(verbose ? [paint(grey, sandboxLine(result.layers, words))] : []),
    "",
  ].join("\n");
}

function exerciseBlock(e: ExerciseView, setting: Setting): string[] {
  const { paint, words, verbose, nameWidth, fold } = setting;
  const isOpen = e.status === "not_started" || e.status === "missing";
  const word = isOpen ? `  ${paint(grey, words(`report.status.${e.status}`))}` : "";
  const head = `${paint(colorOf(e), e.name.padEnd(nameWidth))}  ${e.share}${word}`;
  const fail = paint(red, words("report.fail"));
  const reason = e.reason ? [fold(`  ${fail}  ${printable(e.reason)}`, 8)] : [];
  const isShown = e.status === "wrong" && !e.reason;
  const lines = e.lines.filter((line) => isShown || (verbose && line.kind !== "skip"));
  const waiting = e.waiting === null ? [] : [`  ${paint(grey, e.waiting)}`];
  return [head, ...reason, ...lines.flatMap((line) => testLines(line, setting)), ...waiting];
}

function colorOf({ status }: ExerciseView): number {
  if (status === "full") return green;
  return status === "wrong" ? red : grey;
}

const colors = { ok: green, fail: red, skip: grey };

function testLines({ kind, title, message, hint }: LineView, { paint, words, fold }: Setting): string[] {
  const mark = paint(colors[kind], words(`report.${kind}`).padEnd(4));
  const said = kind === "fail" ? `: ${printable(message ?? "")}` : "";
  const line = fold(`  ${mark}  ${title}${said}`, 8);
  return hint === null ? [line] : [line, fold(`        ${words("report.hint", { text: hint })}`, 8)];
}
