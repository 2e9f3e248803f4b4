import { expect } from "chai";
import * as fc from "fast-check";
import { DataError } from "../../src/index.js";
import { readCsv } from "../../src/io/csv.js";
import { rejection, temporaryFolder } from "./golden.js";

describe("readCsv", () => {
  const { path, write } = temporaryFolder();
  const read = (text: string | Uint8Array, options = {}) => readCsv(write("data.csv", text), options);
  const refusal = async (text: string | Uint8Array, options = {}): Promise<string> => {
    const error = await rejection(read(text, options));
    expect(error).to.be.instanceOf(DataError);
    return error.message;
  };

  it("reads numbers and texts by the names in the first row", async () => {
    const { names, tensors, texts, matrix } = await read(
      "length,species,width\n5.1,setosa,3.5\n4.9,virginica,3\n",
    );
    expect(names).to.deep.equal(["length", "species", "width"]);
    expect(tensors.length.toArray()).to.deep.equal([5.1, 4.9]);
    expect(texts).to.deep.equal({ species: ["setosa", "virginica"] });
    expect(matrix.toArray()).to.deep.equal([
      [5.1, 3.5],
      [4.9, 3],
    ]);
  });

  it("takes a first row of numbers for data, unless told otherwise", async () => {
    expect((await read("1,2\n3,4")).matrix.toArray()).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
    expect((await read("1,2\n3,4", { header: true })).names).to.deep.equal(["1", "2"]);
    expect((await read("a,b\nc,d", { header: false })).texts).to.deep.equal({ 0: ["a", "c"], 1: ["b", "d"] });
  });

  it("reads quoted fields with commas, quotes and line breaks inside", async () => {
    const { texts } = await read('name,said\r\n"Curie, M.","a ""new"" one"\r\n"two\nlines",""\r\n');
    expect(texts).to.deep.equal({ name: ["Curie, M.", "two\nlines"], said: ['a "new" one', ""] });
  });

  it("makes missing numbers NaN, knows signs, exponents and infinity", async () => {
    const { tensors } = await read("x\n1e3\n-.5\nNA\n+inf\n");
    expect(tensors.x.toArray()).to.deep.equal([1000, -0.5, Number.NaN, Infinity]);
    expect((await read("x\n1\n?\n", { missing: ["?"] })).tensors.x.toArray()).to.deep.equal([1, Number.NaN]);
    expect((await read("x,y\n0x10,1_000\n")).texts).to.deep.equal({ x: ["0x10"], y: ["1_000"] });
  });

  it("takes other delimiters, a byte order mark, empty lines and names that come twice", async () => {
    const { names, matrix } = await read("\ufeffx;x;x\n\n1;2;3\n\n", { delimiter: ";" });
    expect(names).to.deep.equal(["x", "x.1", "x.2"]);
    expect(matrix.toArray()).to.deep.equal([[1, 2, 3]]);
  });

  it("gives shape (0, 2) for a header of two names alone", async () => {
    const { names, matrix } = await read("a,b\n");
    expect([names, [...matrix.shape]]).to.deep.equal([
      ["a", "b"],
      [0, 2],
    ]);
  });

  it("gives back any table of texts that was quoted", async () => {
    const table = fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1, maxLength: 5 });
    const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const text = ["a,b", ...rows.map((row) => row.map(quote).join(","))].join("\n");
        const { names, tensors, texts } = await read(text);
        expect(names).to.deep.equal(["a", "b"]);
        for (const [k, name] of names.entries()) {
          const wanted = rows.map((row) => row[k]);
          if (name in texts) expect(texts[name]).to.deep.equal(wanted);
          else expect(tensors[name].length).to.equal(wanted.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("names the line of a row that is too short, of an open quote and of a stray letter", async () => {
    expect(await refusal('a,b\n"1\n",2\n3\n')).to.equal(
      `readCsv: every row needs 2 fields like line 1, got 1 in line 4 of ${path("data.csv")}`,
    );
    expect(await refusal('a\n"open\n')).to.equal(
      `readCsv: a quoted field must end with a quote, got none after line 2 of ${path("data.csv")}`,
    );
    expect(await refusal('a\n"x"y\n')).to.equal(
      `readCsv: behind a quoted field comes a delimiter or the line's end, got "y\\n" in line 2 of ${path("data.csv")}`,
    );
  });

  it("refuses what is no text", async () => {
    expect(await refusal("<!doctype html><p>")).to.include("must be a CSV text, got a web page");
    expect(await refusal(Buffer.from("89504e470d0a1a0a", "hex"))).to.include("got a PNG picture");
    expect(await refusal(Buffer.from([97, 10, 0xe4, 10]))).to.include(
      'must be text in UTF-8. Save it again as "CSV UTF-8"',
    );
    expect(await refusal("\n\n")).to.equal(`readCsv: ${path("data.csv")} must have rows, got none`);
    expect(await refusal("a", { delimiter: "::" })).to.equal(
      'readCsv: delimiter is one character like ";", got "::"',
    );
  });
});
