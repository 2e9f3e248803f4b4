// The class on a terminal: a table per assignment, mistakes that many share, and who could not be graded.
import { printable, printableName } from "../report/printable.js";
import { bold, type Paint, painter, red } from "../report/terminal.js";
import type { LearnerRecord } from "./record.js";
import { type AssignmentSummary, type Cluster, summarise } from "./summary.js";
import { twinsOf } from "./twins.js";

const mostClusters = 12;

export function classReport(records: readonly LearnerRecord[], color: boolean): string {
  const paint = painter(color);
  const ungradable = records.filter((r) => r.status === "ungradable");
  const twins = twinsOf(records);
  const graded = records.length - ungradable.length;
  const rest = ungradable.length > 0 ? `, ${ungradable.length} could not be` : "";
  return [
    `${graded} ${graded === 1 ? "learner" : "learners"} graded${rest}`,
    ...summarise(records).flatMap((summary) => ["", ...assignmentBlock(summary, paint)]),
    ...(twins.length > 0
      ? ["", paint(bold, "the same code, comments included: a reason to look, no proof")]
      : []),
    ...twins.map((group) => `  ${group.map(printableName).join(", ")}`),
    ...(ungradable.length > 0 ? ["", paint(bold, "not graded")] : []),
    ...ungradable.map((r) => `  ${printableName(r.learner)}: ${paint(red, printableName(r.reason ?? ""))}`),
    "",
  ].join("\n");
}

function assignmentBlock(summary: AssignmentSummary, paint: Paint): string[] {
  const { id, title, mean, maxPoints, learners, exercises, clusters } = summary;
  const rows = exercises.map((e) => [
    e.name,
    `${e.mean}/${e.maxPoints}`,
    `${Math.round(100 * e.failureRate)} %`,
  ]);
  const all = ["all", `${mean}/${maxPoints}`, ""];
  const shown = clusters.filter((c) => c.count > 1).slice(0, mostClusters);
  const rarer = clusters.length - shown.length;
  return [
    paint(bold, `${id}  ${printable(title)}`),
    `${learners} graded, mean ${mean} of ${maxPoints} points`,
    "",
    ...table([["exercise", "mean", "not full"], ...rows, all]),
    ...(shown.length > 0 ? ["", "equal mistakes"] : []),
    ...table(shown.map(clusterRow)),
    ...(rarer > 0 ? [`  and ${rarer} rarer ${rarer === 1 ? "mistake" : "mistakes"}`] : []),
  ];
}

function clusterRow({ count, exercise, rung, message }: Cluster): string[] {
  return [`${count} x`, exercise, rung ?? "-", printable(message).replace(/\s+/g, " ")];
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]!.length))) ?? [];
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join("  ")}`.trimEnd());
}
