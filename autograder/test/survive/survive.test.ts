// Solved notebooks of all assignments, damaged in every way three times: the same programs come out, or, where the damage is in
// the code itself, the same score; and what is odd is said with its cell.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Assignment, assignmentsFolder, loadAssignment } from "../../src/assignment.js";
import { extract } from "../../src/extract/extract.js";
import { Model } from "../../src/extract/model.js";
import type { Extraction } from "../../src/extract/types.js";
import { Grader } from "../../src/grader.js";
import { parseNotebook } from "../../src/notebook/read.js";
import { releaseNotebook, solvedNotebook } from "../../src/release/index.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { type Damaged, damages, textDamages } from "./damages.js";
import { Random } from "./random.js";

const folders = readdirSync(assignmentsFolder)
  .map((id) => join(assignmentsFolder, id))
  .filter((dir) => existsSync(join(dir, "assignment.json")));
const rounds = [1, 2, 3];

describe("a notebook survives", function () {
  this.timeout(120_000);
  let grader: Grader;

  before(async () => {
    await buildChild();
    grader = await Grader.open({ mode: "grade" });
  });
  after(() => grader.close());

  it("not when it is another assignment's, whatever it says of itself: that is said", async () => {
    const notebook = opened(await solvedNotebook(join(assignmentsFolder, "03-planar-classification")));
    notebook.metadata.nabla = { assignment: "02-logistic-regression" };
    const error = await grader.gradeText(JSON.stringify(notebook), "a.ipynb").catch((e: Error) => e);
    expect((error as Error).message).to.equal(
      "a.ipynb: this is 03-planar-classification, not 02-logistic-regression; " +
        "hand in the other notebook, or choose with --assignment",
    );
  });

  for (const dir of folders)
    describe(dir.split(/[\\/]/).at(-1)!, () => {
      let assignment: Assignment;
      let model: Model;
      let solved: string;
      let undamaged: Extraction;

      before(async () => {
        assignment = await loadAssignment(dir);
        const release = parseNotebook(await releaseNotebook(dir), "release");
        model = new Model(release.codeCells, assignment.solution, release);
        solved = await solvedNotebook(dir);
        undamaged = extracted(solved);
      });

      const extracted = (text: string): Extraction => {
        const { codeCells: cells, otherCells, release } = parseNotebook(text, "damaged");
        return extract({ cells, otherCells, release, exercises: assignment.exercises }, model);
      };

      /** By its programs where these are the same, else by its points. */
      const expectSameScore = async (text: string, extraction: Extraction): Promise<void> => {
        if (programs(extraction) === programs(undamaged)) return;
        const { points, maxPoints } = await grader.gradeText(text, "damaged.ipynb");
        expect(points).to.equal(maxPoints);
      };

      for (const [what, damage] of Object.entries(damages))
        it(`when ${what}`, async () => {
          for (const seed of rounds) {
            const notebook = opened(solved);
            const names = assignment.exercises.map((e) => e.name);
            const cell = damage(notebook, { names, random: new Random(seed) });
            const text = JSON.stringify(notebook);
            expect(text).to.not.equal(JSON.stringify(opened(solved)));
            const extraction = extracted(text);
            await expectSameScore(text, extraction);
            if (cell !== null) expect(extraction.warnings.map((w) => w.cell)).to.include(cell || null);
          }
        });

      for (const [what, damage] of Object.entries(textDamages))
        it(`when ${what}`, () => {
          const text = damage(solved);
          expect(text).to.not.equal(solved);
          expect(programs(extracted(text))).to.equal(programs(undamaged));
        });
    });
});

function opened(text: string): Damaged {
  const notebook = JSON.parse(text) as Damaged;
  for (const cell of notebook.cells) cell.source = [cell.source].flat().join("");
  return notebook;
}

function programs({ functions }: Extraction): string {
  return JSON.stringify(functions.map((f) => [f.name, f.status, f.program]));
}
