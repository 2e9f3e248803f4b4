// summary.csv: RFC 4180, one row per learner. A spreadsheet runs a cell that begins with = + - or @ as a formula, also of
// full width, so such text gets an apostrophe in front.
import type { LearnerRecord } from "./record.js";

export function summaryCsv(records: readonly LearnerRecord[]): string {
  const names = [...new Set(records.flatMap((r) => r.result?.exercises.map((e) => e.name) ?? []))];
  const head = ["learner", "file", "status", "assignment", "points", "max_points", ...names, "reason"];
  return [head, ...records.map((r) => row(r, names))]
    .map((cells) => `${cells.map(csvField).join(",")}\r\n`)
    .join("");
}

function row(
  { learner, file, status, reason, result }: LearnerRecord,
  names: readonly string[],
): (string | number)[] {
  const points = names.map((name) => result?.exercises.find((e) => e.name === name)?.points ?? "");
  const totals = [result?.assignment.id ?? "", result?.points ?? "", result?.maxPoints ?? ""];
  return [learner, file, status, ...totals, ...points, reason ?? ""];
}

/** At the beginning, or behind what some spreadsheets cut a line at, whatever its quotes say: many cut at semicolons. */
const formula = /(^|[;\t\r\n] *)(?=[=+\-@＝＋－＠])/g;

/** One field, quoted where it must be, no formula. */
export function csvField(value: string | number): string {
  const text = typeof value === "string" ? value.replace(formula, "$1'") : String(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
