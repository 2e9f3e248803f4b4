// The release of every assignment: fresh, reproducible, free of solutions and hidden tests, and valid for nbgrader.
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import ts from "typescript";
import {
  assignmentIds,
  notebookWith,
  releasedFiles,
  releaseNotebook,
  solvedNotebook,
  staleFiles,
  writeRelease,
} from "../../src/release/index.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const ASSIGNMENTS = join(ROOT, "autograder", "assignments");
const ids = await assignmentIds(ASSIGNMENTS);

interface Cell {
  cell_type: string;
  id: string;
  source: string[];
  outputs?: unknown[];
  metadata: { nbgrader?: Record<string, unknown>; nabla?: { exercise: string; role: string } };
}

const cellsOf = (text: string): Cell[] => JSON.parse(text).cells;
const codeOf = (text: string): string =>
  cellsOf(text)
    .filter((c) => c.cell_type === "code")
    .map((c) => c.source.join(""))
    .join("\n");

describe("notebooks/", () => {
  it("holds exactly what the sources give; when it does not: npx autograder release", async () => {
    expect(await staleFiles(await releasedFiles(ASSIGNMENTS), join(ROOT, "notebooks"))).to.deep.equal([]);
  });
});

describe("writeRelease", () => {
  it("copies a notebook that somebody worked in before it writes the new one", async () => {
    const dir = await mkdtemp(join(tmpdir(), "release-"));
    const files = await releasedFiles(ASSIGNMENTS);
    await writeRelease(files, dir);
    const work = await solvedNotebook(join(ASSIGNMENTS, ids[0]!));
    await writeFile(join(dir, `${ids[0]}.ipynb`), work);
    expect(await writeRelease(files, dir)).to.deep.equal([`${ids[0]}.ipynb`]);
    const kept = (await readdir(dir)).filter((name) => /\.work-[0-9a-f]{8}\.ipynb$/.test(name));
    expect(await readFile(join(dir, kept[0]!), "utf8")).to.equal(work);
    expect(kept).to.have.length(1);
    await rm(dir, { recursive: true });
  });
});

for (const id of ids)
  describe(`release of ${id}`, () => {
    const dir = join(ASSIGNMENTS, id);

    it("is the same byte for byte when made twice", async () => {
      expect(await releaseNotebook(dir)).to.equal(await releaseNotebook(dir));
    });

    it("holds a stub for every exercise and no line of a solution", async () => {
      const released = codeOf(await releaseNotebook(dir));
      const list = JSON.parse(await readFile(join(dir, "assignment.json"), "utf8"));
      for (const { name } of list.exercises) expect(released).to.include(`${name} is still to be written`);
      for (const line of solutionLines(await readFile(join(dir, "notebook.ts"), "utf8")))
        expect(released, line).to.not.include(line);
      expect(released).to.not.match(/BEGIN SOLUTION|END SOLUTION|hidden\W*test/i); // hidden units are welcome
    });

    it("has no outputs, unique cell ids, and nbgrader's checksum in every graded cell", async () => {
      const cells = cellsOf(await releaseNotebook(dir));
      expect(new Set(cells.map((c) => c.id)).size).to.equal(cells.length);
      for (const cell of cells) {
        if (cell.cell_type === "code") expect(cell.outputs).to.deep.equal([]);
        if (cell.metadata.nbgrader) expect(cell.metadata.nbgrader.checksum).to.equal(checksum(cell));
      }
    });

    it("gives every exercise's points to its check cell", async () => {
      const list = JSON.parse(await readFile(join(dir, "assignment.json"), "utf8"));
      const graded = cellsOf(await releaseNotebook(dir)).filter((c) => c.metadata.nbgrader?.grade);
      expect(
        graded.map((c) => ({ name: c.metadata.nabla!.exercise, points: c.metadata.nbgrader!.points })),
      ).to.deep.equal(
        list.exercises.map(({ name, points }: { name: string; points: number }) => ({ name, points })),
      );
    });

    it("type-checks strictly, untouched and solved", async () => {
      for (const text of [await releaseNotebook(dir), await solvedNotebook(dir)])
        expect(typeErrors(codeOf(text))).to.deep.equal([]);
    }).timeout(60_000);

    it("notebookWith replaces the cell of a function that the code declares, and only that", async () => {
      const list = JSON.parse(await readFile(join(dir, "assignment.json"), "utf8"));
      const name = list.exercises[0].name;
      const replaced = cellsOf(
        await notebookWith(dir, `const helper = 1;\nfunction ${name}() { return helper; }`),
      );
      const solved = cellsOf(await solvedNotebook(dir));
      const changed = replaced.filter((cell, i) => cell.source.join("") !== solved[i]!.source.join(""));
      expect(changed.map((c) => c.source.join(""))).to.deep.equal([
        `// EXERCISE: ${name}\nconst helper = 1;\nfunction ${name}() { return helper; }`,
      ]);
    });
  });

/** Lines between BEGIN and END SOLUTION that are long enough to be told from everyday code. */
/** Lines of solutions that are nowhere given: a line may be given in one exercise and the learner's own in the next. */
function solutionLines(source: string): string[] {
  const solution = /\n\s*\/\/ BEGIN SOLUTION[^\n]*\n([\s\S]*?)\n\s*\/\/ END SOLUTION/g;
  const given = source.replaceAll(solution, "");
  return [...source.matchAll(solution)]
    .flatMap((match) => match[1]!.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line.length > 20 && !given.includes(line));
}

/** nbgrader/utils.py compute_checksum, written from its definition for the shape of our cells. */
function checksum(cell: Cell): string {
  const meta = cell.metadata.nbgrader!;
  const flag = (key: string): string => (meta[key] ? "True" : "False");
  const points = meta.grade ? `${Number(meta.points)}.0` : "";
  const text = [
    cell.source.join(""),
    cell.cell_type,
    flag("grade"),
    flag("solution"),
    flag("locked"),
    meta.grade_id,
    points,
  ];
  return createHash("md5").update(text.join("")).digest("hex");
}

/** Messages of the strict compiler for a notebook's code, as one module beside notebooks/lib. */
function typeErrors(code: string): string[] {
  const file = join(ROOT, "notebooks", "typecheck.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node", "mocha"],
    typeRoots: [join(ROOT, "node_modules", "@types")],
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.readFile = (path) => (path === file ? code : read(path));
  host.fileExists = (path) => path === file || exists(path);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, code, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n"));
}
