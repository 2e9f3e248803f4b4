// Assignments named on the command line: ids of this clone's, or folders anywhere.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { assignmentsFolder } from "../assignment.js";
import { Trouble } from "../trouble.js";

/** @throws Trouble naming what is no assignment */
export function assignmentFolders(names: readonly string[]): string[] {
  return names.map((name) => {
    const found = [name, join(assignmentsFolder, name)].find((dir) =>
      existsSync(join(dir, "assignment.json")),
    );
    if (!found)
      throw new Trouble(
        `${name}: no assignment: it has no assignment.json`,
        "start one with autograder new NAME",
      );
    return resolve(found);
  });
}
