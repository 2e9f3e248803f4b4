// The usual mistakes of assignment 05, each with its own sentence: the samples through the whole grader.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { assignmentsFolder } from "../../src/assignment.js";
import { Grader } from "../../src/grader.js";
import { notebookWith } from "../../src/release/index.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";

const dir = join(assignmentsFolder, "05-deep-network-application");

const sentences: Record<string, string> = {
  "fail-deep-always-begins-anew": "options.parameters is not used: every call begins anew",
  "fail-deep-ignores-the-rate": "the learning rate of the options is not passed on",
  "fail-deep-one-bias-slope-per-layer": "a layer has one bias slope for all its units: each unit has its own",
  "fail-deep-steps-from-the-start": "updateParameters gets the start in every step",
  "fail-deep-trains-on-the-notebooks-data": "it uses a value of the notebook instead of its arguments",
  "fail-predict-gives-probabilities": "it holds probabilities where 0 and 1 are meant",
  "fail-predict-says-one-when-undecided": "exactly at the threshold it decides the other way",
  "fail-predict-two-layers-by-name": "only two layers are used, however many there are",
  "fail-two-forgets-the-minus": "the step goes uphill: it is added, or the slope of the cost lacks its minus",
  "fail-two-measures-after-the-step": "the cost is measured after the step: push it before you update",
  "fail-two-takes-dz-for-da": "A2 - Y is taken for the slope in A2; it is the slope in Z2",
  "fail-two-updates-in-place": "is changed: work on a copy",
};

describe("a usual mistake in 05-deep-network-application", function () {
  this.timeout(60_000);
  let grader: Grader;

  before(async () => {
    await buildChild();
    grader = await Grader.open({ mode: "grade" });
  });
  after(() => grader.close());

  for (const [sample, sentence] of Object.entries(sentences))
    it(`${sample}: "${sentence}"`, async () => {
      const code = readFileSync(join(dir, "samples", `${sample}.ts`), "utf8");
      const { exercises } = await grader.gradeText(await notebookWith(dir, code), `${sample}.ipynb`);
      const said = exercises.flatMap(({ tests }) => tests.map(({ message }) => message ?? ""));
      expect(said.join("\n")).to.include(sentence);
    });
});
