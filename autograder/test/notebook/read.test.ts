import { expect } from "chai";
import { parseNotebook, readNotebook } from "../../src/notebook/read.js";
import { Trouble } from "../../src/trouble.js";
import { notebookOf } from "../helpers.js";

const parse = (value: unknown): ReturnType<typeof parseNotebook> =>
  parseNotebook(typeof value === "string" ? value : JSON.stringify(value), "a.ipynb");
const cell = (source: unknown, cell_type = "code"): object => ({ cell_type, source });

describe("parseNotebook", () => {
  it("counts all cells and keeps the code cells", () => {
    const { codeCells } = parse({
      nbformat: 4,
      cells: [cell("# T", "markdown"), cell("a"), cell("raw", "raw"), cell("b")],
    });
    expect(codeCells).to.deep.equal([
      { number: 2, source: "a" },
      { number: 4, source: "b" },
    ]);
  });

  it("takes sources as text or as lines, CRLF, a BOM and lone surrogates as equal text", () => {
    const hashes = [
      parse({ nbformat: 4, cells: [cell("a\nb\uFFFD")] }),
      parse({ nbformat: 4, nbformat_minor: 0, cells: [cell(["a\r\n", "b\ud800"])] }),
      parse(`\uFEFF${JSON.stringify({ nbformat: 4, cells: [cell("\uFEFFa\rb\uFFFD")] })}`),
    ].map((n) => [n.hash, n.codeCells[0]!.source]);
    expect(new Set(hashes.map(String)).size).to.equal(1);
  });

  it("reads assignment and release from the metadata, whatever stands there", () => {
    const meta = { nabla: { assignment: "02-x", release: "ab" } };
    expect(parse(notebookOf([], meta))).to.include({ assignment: "02-x", release: "ab" });
    for (const nabla of [null, 3, [], { assignment: 7 }])
      expect(parse(notebookOf([], { nabla })).assignment).to.equal(null);
  });

  it("passes over cells that are not cells", () => {
    expect(
      parse({ nbformat: 4, cells: [null, 3, [], {}, cell(5), cell(["a", 5]), cell({})] }).codeCells,
    ).to.deep.equal([{ number: 6, source: "a" }]);
  });

  const broken: [string, unknown, string][] = [
    ["text", "hello", "a.ipynb: not a notebook: the file is not JSON; save it with JupyterLab"],
    [
      "nbformat 3",
      { nbformat: 3, worksheets: [] },
      "a.ipynb: not a notebook of nbformat 4; save it with JupyterLab",
    ],
    ["a list", [], "a.ipynb: not a notebook of nbformat 4; save it with JupyterLab"],
    ["null", "null", "a.ipynb: not a notebook of nbformat 4; save it with JupyterLab"],
    [
      "code without end",
      { nbformat: 4, cells: Array(5).fill(cell("x".repeat(1e5))) },
      "a.ipynb: 500000 letters of code are more than 400000; keep data in files, not in cells",
    ],
    [
      "6,000 cells",
      { nbformat: 4, cells: Array(6000).fill(cell("")) },
      "a.ipynb: 6000 cells are more than 5000",
    ],
  ];
  for (const [what, value, message] of broken)
    it(`says what is wrong with ${what}`, () => {
      expect(() => parse(value)).to.throw(Trouble, message);
    });
});

describe("readNotebook", () => {
  it("says that a file is not there, or is a folder", async () => {
    const words = async (path: string): Promise<string> =>
      readNotebook(path).then(String, (e: Error) => e.message);
    expect(await words("nowhere.ipynb")).to.equal(
      "nowhere.ipynb: not found; give the path of an .ipynb file",
    );
    expect(await words(".")).to.match(/^\.: (not a file|cannot be read)/);
  });
});
