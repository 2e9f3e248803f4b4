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

  describe("notes", () => {
    const notes = (value: unknown): [number | null, string][] =>
      parse(value).notes.map((n) => [n.cell, n.message]);
    const whole = { nbformat: 4, nbformat_minor: 5, metadata: {} };

    it("has none about a notebook as JupyterLab writes it", () => {
      expect(notes(JSON.stringify({ ...whole, cells: [cell(["a\n", "b"])] }, null, 1))).to.deep.equal([]);
    });

    it("names the version of the format before 4.5, a BOM, and line ends of Windows", () => {
      const text = JSON.stringify(
        { ...whole, nbformat_minor: 2, cells: [cell("a"), cell("b\r\nc")] },
        null,
        1,
      );
      expect(notes(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).to.deep.equal([
        [null, "the file begins with a byte order mark (BOM)"],
        [null, "the file has line ends of Windows (CR LF)"],
        [null, "the file is of nbformat 4.2; the release is of 4.5"],
        [2, "line ends of Windows (CR LF) in cell 2"],
      ]);
    });

    it("names keys that stand twice, and their cells, but no text that looks like a key", () => {
      const text = JSON.stringify({ ...whole, cells: [cell('{"a": 1, "a": 2}'), cell("b")] });
      expect(notes(text)).to.deep.equal([]);
      const twice = text.replace('"source":"b"', '"source":"\\\\","sourc\\u0065":"b"');
      expect(notes(twice)).to.deep.equal([
        [2, "cell 2 has the key source twice in the file; the last one counts"],
      ]);
      expect(notes(`{"nbformat":4,${text.slice(1)}`)).to.deep.equal([
        [null, "the file has the key nbformat twice; the last one counts"],
      ]);
    });

    it("names a cell with megabytes of outputs", () => {
      const outputs = [{ data: { "image/png": ["x".repeat(2 ** 20), "y".repeat(2 ** 20)] } }];
      expect(notes({ ...whole, cells: [cell("a"), { ...cell("b"), outputs }] })).to.deep.equal([
        [2, "cell 2 has 2 MB of outputs, which are not read"],
      ]);
    });

    it("takes 2 million brackets, or keys, in its stride", () => {
      const deep = `${"[".repeat(1e6)}${"]".repeat(1e6)}`;
      const keys = Array.from({ length: 2e5 }, (_, i) => `"k${i % 1e5}":0`).join();
      const text = `{"nbformat":4,"nbformat_minor":5,"cells":[],"metadata":{${keys},"deep":${deep}}}`;
      expect(notes(text)).to.have.length(5);
    });
  });

  const broken: [string, unknown, string][] = [
    ["nothing", "\n", "a.ipynb: the file is empty; save the notebook, and hand it in again"],
    ["a ZIP archive", "PK\u0003\u0004\u0014", "a.ipynb: a ZIP archive, not a notebook; unpack it first"],
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
