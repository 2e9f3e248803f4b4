// The released notebooks in the hands of nbgrader itself: its validator, its checksums, its generate_assignment.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { nbgraderCsv } from "../../src/export/nbgrader-csv.js";
import { resultOf } from "../report/sample.js";
import { installNbgrader, type Nbgrader } from "./install.js";

const notebooks = fileURLToPath(new URL("../../../notebooks", import.meta.url));
const config = fileURLToPath(new URL("../../nbgrader_config.py", import.meta.url));
const released = readdirSync(notebooks).filter((name) => /^\d\d-[^.]*\.ipynb$/.test(name));

interface Cell {
  readonly source: string | string[];
  readonly metadata: { readonly nbgrader?: { readonly grade_id: string } };
}

/** Reads through nbgrader's validator, then computes every cell's checksum as nbgrader does. */
const validate = `
import json, sys
from nbgrader.nbgraderformat import read
from nbgrader.utils import compute_checksum
wrong = []
for path in sys.argv[1:]:
    for cell in read(path, as_version=4).cells:
        about = cell.metadata.get("nbgrader")
        if about and compute_checksum(cell) != about["checksum"]:
            wrong.append(about["grade_id"])
print(json.dumps(wrong))
`;

const maxScores = `
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    print(json.dumps({n.name: n.max_score for n in book.find_assignment("course").notebooks}))
`;

/** What nbgrader's own exporter writes of a learner without points. */
const exporter = `
from nbgrader.api import Gradebook
from nbgrader.plugins.export import CsvExportPlugin
with Gradebook("sqlite:///:memory:") as book:
    book.add_assignment("90-x")
    book.add_student("anna")
    book.add_submission("90-x", "anna")
    plugin = CsvExportPlugin()
    plugin.to = "grades.csv"
    plugin.export(book)
`;

describe("nbgrader", function () {
  this.timeout(600_000); // its packages are fetched once, and it takes half a minute to start on a busy machine
  let nbgrader: Nbgrader;
  let course: string;

  before(() => {
    nbgrader = installNbgrader();
    course = mkdtempSync(join(tmpdir(), "nabla-nbgrader-"));
  });
  after(() => rmSync(course, { recursive: true, force: true }));

  it("validates every released notebook and computes the same checksums", () => {
    expect(released).to.have.length.above(2);
    const said = nbgrader.python(["-c", validate, ...released.map((name) => join(notebooks, name))]);
    expect(JSON.parse(said)).to.deep.equal([]);
  });

  it("exports the table that we export, letter for letter", () => {
    nbgrader.python(["-c", exporter], course);
    const ours = nbgraderCsv([{ learner: "anna", result: resultOf([]), reason: null }]);
    expect(ours).to.equal(readFileSync(join(course, "grades.csv"), "utf8"));
  });

  it("generates an assignment of one, with its points, and changes none of its cells", () => {
    const [name] = released as [string];
    mkdirSync(join(course, "source", "course"), { recursive: true });
    copyFileSync(join(notebooks, name), join(course, "source", "course", name));
    copyFileSync(config, join(course, "nbgrader_config.py"));
    nbgrader.python(["-m", "nbgrader", "generate_assignment", "course", "--create"], course);
    expect(JSON.parse(nbgrader.python(["-c", maxScores], course))).to.deep.equal({
      [basename(name, ".ipynb")]: 100,
    });
    const cells = (path: string): unknown[] =>
      (JSON.parse(readFileSync(path, "utf8")) as { cells: Cell[] }).cells.map(({ source, metadata }) => [
        [source].flat().join(""),
        metadata.nbgrader,
      ]);
    expect(cells(join(course, "release", "course", name))).to.deep.equal(cells(join(notebooks, name)));
  });
});
