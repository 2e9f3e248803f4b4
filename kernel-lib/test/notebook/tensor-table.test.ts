import { expect } from "chai";
import * as np from "../../src/index.js";
import { tensorTable } from "../../src/notebook/tensor-table.js";

/** The tables as lists of lines, a line as its cells, beside their captions. */
function read(t: np.Tensor): { caption: string; lines: string[][] }[] {
  const tables = tensorTable(t)!.split("<table ").slice(1);
  return tables.map((html) => ({
    caption: /<caption[^>]*>(.*)<\/caption>/.exec(html)![1],
    lines: html
      .split("<tr>")
      .slice(1)
      .map((line) => [...line.matchAll(/<t[hd]>(.*?)<\/t[hd]>/g)].map(([, text]) => text)),
  }));
}

describe("the table of a tensor", () => {
  it("lines up a (2, 3) matrix below and beside its indices, and says what it is", () => {
    expect(read(np.array([[1, 2.5, -3], [10, 0, 4]]))).to.deep.equal([
      {
        caption: "float64 (2, 3)",
        lines: [
          ["", "0", "1", "2"],
          ["0", "1.\u00a0", "2.5", "-3.\u00a0"],
          ["1", "10.\u00a0", "0.\u00a0", "4.\u00a0"],
        ],
      },
    ]); // biome-ignore format: a table
  });

  it("shows a vector as one row below its indices", () => {
    expect(read(np.array([3, 1, 2], { dtype: "int32" }))).to.deep.equal([
      { caption: "int32 (3,)", lines: [["0", "1", "2"], ["3", "1", "2"]] }, // biome-ignore format: a table
    ]);
  });

  it("shows NaN, infinities and truth values as NumPy's text does", () => {
    expect(read(np.array([Number.NaN, Number.POSITIVE_INFINITY, 1]))[0].lines[1]).to.deep.equal([
      "nan",
      "inf",
      "1.",
    ]);
    expect(read(np.array([true, false]))[0].lines[1]).to.deep.equal(["True", "False"]);
  });

  it("shows the ends of axes longer than 20, here of (100, 30)", () => {
    const [{ caption, lines }] = read(np.arange(3000, { dtype: "int32" }).reshape([100, 30]));
    expect(caption).to.equal("int32 (100, 30)");
    expect(lines).to.have.length(1 + 21);
    expect(lines[0].slice(0, 3)).to.deep.equal(["", "0", "1"]);
    expect(lines[0].slice(-2)).to.deep.equal(["28", "29"]);
    expect(lines[10].slice(0, 2)).to.deep.equal(["9", "270"]);
    expect(lines[11].every((text) => text === "…")).to.equal(true);
    expect(lines[12].slice(0, 2)).to.deep.equal(["90", "2700"]);
    expect(lines[12].filter((text) => text === "…")).to.have.length(1);
  });

  it("shows no more columns than a page is wide", () => {
    const wide = read(np.full([2, 12], 0.123456789))[0].lines[0];
    expect(wide).to.deep.equal(["", "0", "1", "2", "3", "4", "…", "7", "8", "9", "10", "11"]);
    expect(read(np.zeros([2, 12]))[0].lines[0]).to.have.length(1 + 12);
  });

  it("stacks the tables of more than two axes, each with its place", () => {
    const tables = read(np.arange(12).reshape([2, 1, 3, 2]));
    expect(tables.map(({ caption }) => caption)).to.deep.equal([
      "[0, 0, :, :] of float64 (2, 1, 3, 2)",
      "[1, 0, :, :] of float64 (2, 1, 3, 2)",
    ]);
    expect(tables[1].lines[3]).to.deep.equal(["2", "10.", "11."]);
  });

  it("shows the ends of a long stack, here two of (209, 4, 4) from each", () => {
    const html = tensorTable(np.zeros([209, 4, 4]))!;
    expect([...html.matchAll(/\[(\d+), :, :\]/g)].map(([, table]) => table)).to.deep.equal([
      "0",
      "1",
      "207",
      "208",
    ]);
    expect(html.split("\n")[2]).to.equal("<p>…</p>");
  });

  it("reads views and transposes where they stand", () => {
    const A = np.arange(6).reshape([2, 3]);
    expect(read(A.T)[0].lines[3]).to.deep.equal(["2", "2.", "5."]);
    expect(read(A.slice(1, "1:"))[0].lines[1]).to.deep.equal(["4.", "5."]);
  });

  it("is not made of a number, nor of nothing", () => {
    expect(tensorTable(np.array(3))).to.equal(null);
    expect(tensorTable(np.zeros([0, 3]))).to.equal(null);
  });

  it("stands beside the text in what a notebook asks for", () => {
    const t = np.array([1, 2]);
    const display = (t as unknown as Record<symbol, () => unknown>)[Symbol.for("Jupyter.display")];
    expect(display.call(t)).to.deep.equal({ "text/plain": "array([1., 2.])", "text/html": tensorTable(t) });
    expect(display.call(np.array(3))).to.deep.equal({ "text/plain": "array(3.)" });
  });

  it("holds no script, no link and no style but its font and the place of its caption", () => {
    const tags = new Set(tensorTable(np.zeros([30, 30, 30]))!.match(/<[^/][^>]*>/g));
    expect([...tags].map((tag) => tag.replace(/^<(\w+).*/, "$1")).sort()).to.deep.equal(
      ["caption", "p", "table", "tbody", "td", "th", "thead", "tr"].sort(),
    );
  });
});
