// nbgrader's own autograde on a few of the bench's notebooks, in stock tslab, beside ours: seconds and points. nbgrader sees what
// a notebook's CHECK cells show; it has no hidden tests of ours, and runs learner's code and tests in one process.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { Grader } from "../dist/grader.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../dist/release/index.js";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = here("../..");
/** Samples that say most in little time; the ones after `quick` are left out by --quick. */
const samples = [
  "pass-different-style",
  "hostile-patches-math-abs",
  "fail-optimize-mutates-input",
  "fail-propagate-nan",
  "fail-sigmoid-without-minus",
  "hostile-process-exit",
];

const scores = `
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    done = lambda s: all(g.auto_score is not None for n in s.notebooks for g in n.grades)
    print(json.dumps({s.student.id: s.score if done(s) else None for s in book.assignment_submissions("course")}))
`;

/** @typedef {{ name: string, ours: number, theirs: number | null }} Row */

/**
 * @param {string} assignment - its folder
 * @param {number} count - how many notebooks; the solution and the untouched one come first
 * @returns {Promise<{ rows: Row[], seconds: number, ourSeconds: number }>} seconds are for one notebook
 */
export async function compareWithNbgrader(assignment, count) {
  const texts = await notebooks(assignment, count);
  const ours = await gradeOurs(assignment, texts);
  const theirs = await gradeTheirs(assignment, texts);
  const rows = [...texts.keys()].map((name) => ({
    name,
    ours: ours.points.get(name) ?? 0,
    theirs: theirs.points[name] ?? null,
  }));
  return { rows, seconds: theirs.seconds / texts.size, ourSeconds: ours.seconds / texts.size };
}

/**
 * @param {string} assignment
 * @param {number} count
 */
async function notebooks(assignment, count) {
  const texts = new Map([["solution", await solvedNotebook(assignment)]]);
  texts.set("untouched", await releaseNotebook(assignment));
  for (const name of samples.slice(0, Math.max(count - 2, 0)))
    texts.set(
      name,
      await notebookWith(assignment, readFileSync(join(assignment, "samples", `${name}.ts`), "utf8")),
    );
  return texts;
}

/**
 * @param {string} assignment
 * @param {Map<string, string>} texts
 */
async function gradeOurs(assignment, texts) {
  const grader = await Grader.open({ mode: "grade", assignment });
  const started = performance.now();
  /** @type {Map<string, number>} */
  const points = new Map();
  for (const [name, text] of texts) points.set(name, (await grader.gradeText(text, `${name}.ipynb`)).points);
  const seconds = (performance.now() - started) / 1000;
  await grader.close();
  return { points, seconds };
}

/**
 * @param {string} assignment
 * @param {Map<string, string>} texts
 */
async function gradeTheirs(assignment, texts) {
  const { installNbgrader } = await tsImport("../test/nbgrader/install.ts", import.meta.url);
  process.env.JUPYTER_PATH = join(root, "lab"); // stock tslab's kernel specification
  const nbgrader = installNbgrader();
  mkdirSync(join(root, ".nabla"), { recursive: true });
  const course = mkdtempSync(join(root, ".nabla", "bench-nbgrader-")); // inside, so that kernel-lib is found
  try {
    prepare(`${basename(assignment)}.ipynb`, course, texts);
    nbgrader.python(["-m", "nbgrader", "generate_assignment", "course", "--create"], course);
    const started = performance.now();
    const options = [
      "--create",
      "--ExecutePreprocessor.kernel_name=tslab",
      "--ExecutePreprocessor.timeout=300",
    ];
    try {
      nbgrader.python(["-m", "nbgrader", "autograde", "course", ...options], course);
    } catch {
      // It ends with 1 when one notebook cannot be run; the gradebook tells which were.
    }
    const seconds = (performance.now() - started) / 1000;
    /** @type {Record<string, number | null>} */
    const points = JSON.parse(nbgrader.python(["-c", scores], course));
    return { points, seconds };
  } finally {
    rmSync(course, { recursive: true, force: true });
  }
}

/**
 * The folders that nbgrader works in; the untouched notebook is what it hands out.
 *
 * @param {string} notebook - the file's name
 * @param {string} course
 * @param {Map<string, string>} texts
 */
function prepare(notebook, course, texts) {
  copyFileSync(here("../nbgrader_config.py"), join(course, "nbgrader_config.py"));
  const source = join(course, "source", "course");
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, notebook), texts.get("untouched") ?? "");
  cpSync(join(root, "notebooks", "lib"), join(source, "lib"), { recursive: true });
  for (const [name, text] of texts) {
    const folder = join(course, "submitted", name, "course");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, notebook), text);
  }
}
