// The formats that results go out in. Each is a pure function of results; a new one is an entry here.
import { english } from "../messages/say.js";
import { htmlReport } from "../report/html.js";
import { learnerView, type Phase } from "../report/learner-view.js";
import { markdownReport } from "../report/markdown.js";
import { terminalReport } from "../report/terminal.js";
import type { Result } from "../result.js";
import { classroom } from "./classroom.js";
import { coursera } from "./coursera.js";
import type { Entry } from "./entries.js";
import { gradescope } from "./gradescope.js";
import { junit } from "./junit.js";
import { nbgraderCsv } from "./nbgrader-csv.js";

interface PerResult {
  readonly summary: string;
  readonly extension: string;
  /** @param phase - what a learner may see by then is in it; whatever else the result holds is not */
  one(result: Result, phase: Phase): string;
}

interface PerClass {
  readonly summary: string;
  readonly extension: string;
  all(entries: readonly Entry[], phase: Phase): string;
}

export type Format = PerResult | PerClass;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const formats: Readonly<Record<string, Format>> = {
  html: {
    summary: "feedback for the learner: one page, no scripts",
    extension: "html",
    one: (result, phase) => htmlReport(learnerView(result, phase)),
  },
  markdown: {
    summary: "feedback for the learner",
    extension: "md",
    one: (result, phase) => markdownReport(learnerView(result, phase)),
  },
  text: {
    summary: "feedback for the learner, as on the terminal",
    extension: "txt",
    one: (result, phase) =>
      `${terminalReport(learnerView(result, phase), { color: false, verbose: false, words: english })}\n`,
  },
  json: {
    summary: "the result as far as the learner may see it",
    extension: "json",
    one: (result, phase) => json(learnerView(result, phase)),
  },
  gradescope: {
    summary: "Gradescope's results.json; Gradescope itself hides what is not to be seen yet",
    extension: "json",
    one: (result) => json(gradescope(result)),
  },
  coursera: {
    summary: "Coursera's feedback.json",
    extension: "json",
    one: (result, phase) => json(coursera(learnerView(result, phase))),
  },
  classroom: {
    summary: "GitHub Classroom: a runner's result for the autograding reporter (base64)",
    extension: "txt",
    one: (result, phase) => `${classroom(learnerView(result, phase))}\n`,
  },
  junit: {
    summary: "JUnit XML, a test suite per learner and exercise",
    extension: "xml",
    all: (entries, phase) =>
      junit(entries.map((e) => ({ ...e, result: e.result && learnerView(e.result, phase) }))),
  },
  nbgrader: {
    summary: "a CSV with the columns of nbgrader export; whole marks, for instructors",
    extension: "csv",
    all: (entries) => nbgraderCsv(entries),
  },
};
