import { expect } from "chai";
import { parseNotebook } from "../../src/notebook/read.js";
import { slimNotebook } from "../../src/notebook/slim.js";
import { Trouble } from "../../src/trouble.js";

const slim = (text: string): string => slimNotebook(Buffer.from(text), "a.ipynb");
const cell = (source: unknown): object => ({ cell_type: "code", metadata: { tags: ["x"] }, source });

describe("slimNotebook", () => {
  it("leaves out outputs, attachments and foreign metadata, and keeps what is read", () => {
    const png = { output_type: "display_data", data: { "image/png": "iVBO".repeat(1e6) } };
    const metadata = { nabla: { assignment: "02-x", release: "ab" }, widgets: { state: [png] } };
    const cells = [
      { ...cell("a = 1"), outputs: [png], execution_count: 3 },
      { cell_type: "markdown", source: ["# T\n", "x"], attachments: { "a.png": png } },
    ];
    const text = JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
    expect(JSON.parse(slim(text))).to.deep.equal({
      cells: [
        { cell_type: "code", source: "a = 1" },
        { cell_type: "markdown", source: ["# T\n", "x"] },
      ],
      metadata: { nabla: { assignment: "02-x", release: "ab" } },
      nbformat: 4,
      nbformat_minor: 5,
    });
  });

  it("says the same to the reader: quotes, escapes, brackets in texts, a BOM, keys twice, odd cells", () => {
    const odd = [
      '{"nbformat":4,"cells":[{"cell_type":"code","source":"a \\" ] } \\\\"},null,3,[],{},"]"]}',
      '\uFEFF { "nbformat" : 4 , "cells" : [ {"source":["\\u00e9"],"cell_type":"code","outputs":["\\\\"]} ] } \n',
      '{"nbformat":4,"cells":[],"cells":[{"cell_type":"raw","cell_type":"code","sourc\\u0065":"b"}]}',
      '{"nbformat":4,"metadata":7,"cells":[{"cell_type":"code","source":[["x"],"y",-1.5e3,true]}]}',
    ];
    for (const text of odd)
      expect({ ...parseNotebook(slim(text), "a.ipynb"), notes: [] }, text).to.deep.equal({
        ...parseNotebook(text, "a.ipynb"),
        notes: [],
      });
  });

  it("gives no JSON for what is none", () => {
    for (const text of ["", "hello", "{", '{"cells":[', '{"cells":"x', "[".repeat(1e5), '{"a":1}}', "{3:4}"])
      expect(() => JSON.parse(slim(text)), text).to.throw(SyntaxError);
    expect(() => parseNotebook(slim('{"cells":['), "a.ipynb")).to.throw(Trouble, "the file is not JSON");
  });

  it("counts cells without building them, and measures what is left", () => {
    const many = `{"nbformat":4,"cells":[${Array(1e6).fill('{"cell_type":"code"}').join()}]}`;
    expect(() => slim(many)).to.throw(Trouble, "a.ipynb: 1000000 cells are more than 5000");
    const long = JSON.stringify({ nbformat: 4, cells: [cell("x".repeat(13 * 2 ** 20))] });
    expect(() => slim(long)).to.throw(
      Trouble,
      "a.ipynb: 13 MB, of which more than 12 MB are text and code; delete what you pasted into its cells",
    );
  });
});
