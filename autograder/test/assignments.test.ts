// Every assignment through the whole grader: the untouched notebook scores nothing, the solution everything, and each
// sample what its first line says.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Assignment, assignmentsFolder, loadAssignment } from "../src/assignment.js";
import { Grader } from "../src/grader.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../src/release/index.js";
import { buildChild } from "../src/sandbox/build-child.mjs";

const folders = readdirSync(assignmentsFolder)
  .map((id) => join(assignmentsFolder, id))
  .filter((dir) => existsSync(join(dir, "assignment.json")));

/** Points, or from … to where what a sample happens to get right depends on the inputs drawn. */
type Expected = number | readonly [number, number];

for (const dir of folders)
  describe(`assignment ${dir.split(/[\\/]/).at(-1)}`, () => {
    let assignment: Assignment;
    let grader: Grader;

    before(async () => {
      await buildChild();
      assignment = await loadAssignment(dir);
      grader = await Grader.open({ mode: "grade" });
    });
    after(() => grader.close());

    it("scores nothing untouched, with every exercise not started", async () => {
      const { points, exercises } = await grader.gradeText(await releaseNotebook(dir), "untouched.ipynb");
      expect(points).to.equal(0);
      for (const e of exercises) expect([e.name, e.status]).to.deep.equal([e.name, "not_started"]);
    });

    it("scores full marks solved, without warnings", async () => {
      const result = await grader.gradeText(await solvedNotebook(dir), "solved.ipynb");
      expect(result.warnings).to.deep.equal([]);
      for (const e of result.exercises) {
        expect(e.tests, `hidden tests of ${e.name}`).to.have.length.above(0);
        expect(e.tests.filter((t) => t.status !== "ok")).to.deep.equal([]);
      }
      expect(result.points).to.equal(result.maxPoints);
    });

    it("passes its own visible tests", async () => {
      const visible = await Grader.open({ mode: "check" });
      const { exercises } = await visible.gradeText(await solvedNotebook(dir), "solved.ipynb");
      await visible.close();
      expect(exercises.flatMap((e) => e.tests).filter((t) => t.status !== "ok")).to.deep.equal([]);
    });

    for (const [name, code] of samplesOf(dir))
      it(`scores ${name} as it says`, async function () {
        this.timeout(60_000); // a loop without end may use up its time twice
        const expected = JSON.parse(/^\/\/ expects: (\{.*\})/.exec(code)![1]!) as Record<string, Expected>;
        const { exercises } = await grader.gradeText(await notebookWith(dir, code), `${name}.ipynb`);
        const full = Object.fromEntries(assignment.exercises.map((e) => [e.name, e.points]));
        for (const [exercise, want] of Object.entries({ ...full, ...expected })) {
          const [least, most] = typeof want === "number" ? [want, want] : want;
          expect(exercises.find((e) => e.name === exercise)?.points, exercise).to.be.within(least, most);
        }
      });
  });

function samplesOf(dir: string): [string, string][] {
  const samples = join(dir, "samples");
  if (!existsSync(samples)) return [];
  const files = readdirSync(samples).filter((file) => file.endsWith(".ts"));
  return files.map((file) => [file.replace(/\.ts$/, ""), readFileSync(join(samples, file), "utf8")]);
}
