// Hidden tests draw their inputs from the submission's seed: a right solution must pass whatever the seed is.
import { readdirSync } from "node:fs";
import { expect } from "chai";
import { assignmentsFolder } from "../../src/assignment.js";
import { type Functions, firstFailure, hiddenTestsOf } from "./in-process.js";
import { solutionOf } from "./solution.js";

const seeds = [...Array.from({ length: 15 }, (_, k) => k + 1), 1_234_567, 3_999_999];

describe("the solution passes the hidden tests of any seed", () => {
  for (const id of readdirSync(assignmentsFolder).filter((name) => /^\d\d-/.test(name)))
    it(id, async () => {
      const { tests, library } = await hiddenTestsOf(id);
      const solution = solutionOf<Functions>(id, "", library);
      for (const seed of seeds)
        for (const exercise of Object.keys(solution)) {
          const failure = await firstFailure((learner) => tests(learner, seed), exercise, solution);
          expect(failure, `seed ${seed}, ${exercise}`).to.equal(null);
        }
    });
});
