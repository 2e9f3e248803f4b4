// The columns that `nbgrader export` writes (nbgrader/plugins/export.py, CsvExportPlugin), but with quotes where a field
// needs them and without formulas. What only nbgrader's database knows stays empty.
import { csvField } from "../class/csv.js";
import { Trouble } from "../trouble.js";
import type { Entry } from "./entries.js";

const columns = [
  ...["assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"],
  ...["raw_score", "late_submission_penalty", "score", "max_score"],
];

/** A submission that could not be graded has the score 0, as one that is missing has in nbgrader. */
export function nbgraderCsv(entries: readonly Entry[]): string {
  const graded = entries.flatMap((e) => e.result ?? []);
  if (graded.length === 0)
    throw new Trouble("no graded submission", "nbgrader's table needs the assignment's name");
  const rows = entries.map(({ learner, result }) => {
    const { assignment, maxPoints } = result ?? graded[0]!;
    const points = float(result?.points ?? 0);
    return [assignment.id, "", "", learner, "", "", "", points, "0.0", points, float(maxPoints)];
  });
  return [columns, ...rows].map((row) => `${row.map(csvField).join(",")}\n`).join("");
}

/** As Python prints it. */
function float(points: number): string {
  return Number.isInteger(points) ? `${points}.0` : String(points);
}
