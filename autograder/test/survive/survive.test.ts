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
        expect(undamaged.warnings).to.deep.equal([]);
      });

      const extracted = (text: string): Extraction => {
        const { codeCells: cells, otherCells, release, notes } = parseNotebook(text, "damaged");
        const extraction = extract({ cells, otherCells, release, exercises: assignment.exercises }, model);
        return { ...extraction, warnings: [...extraction.warnings, ...notes] };
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
            if (cell !== null) expectRemark(extraction, cell);
            else expect(extraction.warnings).to.deep.equal([]);
          }
        });

      for (const [what, damage] of Object.entries(textDamages))
        it(`when ${what}`, () => {
          const [text, cell] = damage(solved);
          expect(text).to.not.equal(solved);
          const extraction = extracted(text);
          expect(programs(extraction)).to.equal(programs(undamaged));
          expectRemark(extraction, cell);
        });
    });
});

/** One that the undamaged notebook does not have, in words that name the cell. @param cell - 0 for the whole file */
function expectRemark({ warnings }: Extraction, cell: number): void {
  const named = warnings.filter((w) => w.cell === (cell || null));
  expect(named, warnings.map((w) => w.message).join("\n")).to.not.be.empty;
  const number = new RegExp(`\\b${cell}\\b`);
  if (cell > 0) expect(named.some((w) => number.test(w.message))).to.equal(true);
}

function opened(text: string): Damaged {
  const notebook = JSON.parse(text) as Damaged;
  for (const cell of notebook.cells) cell.source = [cell.source].flat().join("");
  return notebook;
}

function programs({ functions }: Extraction): string {
  return JSON.stringify(functions.map((f) => [f.name, f.status, f.program]));
}
