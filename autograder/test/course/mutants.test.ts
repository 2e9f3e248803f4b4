// Hidden tests catch mistakes: of every mutant of a solution some test fails. Those that nothing can tell from the solution
// stand under `survivors` in assignment.json, each with its reason.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { assignmentsFolder } from "../../src/assignment.js";
import { mutantsOf } from "../../src/mutants/index.js";
import { type Functions, firstFailure, hiddenTestsOf } from "./in-process.js";
import { solutionOf } from "./solution.js";

const ids = readdirSync(assignmentsFolder)
  .filter((id) => /^\d\d-/.test(id))
  .sort();

for (const id of ids)
  describe(`mutants of ${id}`, function () {
    this.timeout(60_000);
    const all = mutantsOf(join(assignmentsFolder, id));
    const names = [...new Set(all.map(({ exercise }) => exercise))];
    const { survivors: equal = {} } = JSON.parse(
      readFileSync(join(assignmentsFolder, id, "assignment.json"), "utf8"),
    ) as { survivors?: Record<string, string> };

    for (const exercise of names)
      it(`${exercise}: hidden tests catch all of them but the equivalent ones`, async () => {
        const { tests, library } = await hiddenTestsOf(id);
        const functions = (code: string): Functions => solutionOf(id, code, library);
        expect(await firstFailure(tests, exercise, functions("")), "the solution").to.equal(null);
        const survivors: string[] = [];
        for (const mutant of all.filter((one) => one.exercise === exercise)) {
          const caught = await firstFailure(tests, exercise, functions(mutant.code));
          if (caught === null) survivors.push(`${exercise}: ${mutant.name}`);
        }
        const listed = Object.keys(equal).filter((key) => key.startsWith(`${exercise}: `));
        expect(survivors).to.have.members(listed);
      });
  });
