// Learners who handed in the same code: equal to the last letter, comments too, outputs aside. A reason to look, no proof.
import type { LearnerRecord } from "./record.js";

/** Groups of two or more, each in the order of the records. Untouched notebooks are everybody's. */
export function twinsOf(records: readonly LearnerRecord[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { learner, result } of records) {
    if (!result || result.exercises.every((e) => e.status === "not_started" || e.status === "missing"))
      continue;
    const key = `${result.assignment.id} ${result.notebook.sha256}`;
    groups.set(key, [...(groups.get(key) ?? []), learner]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
