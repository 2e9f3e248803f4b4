import { readFileSync } from "node:fs";
import { expect } from "chai";
import { array, DataError, fromBuffer } from "../../src/index.js";
import { readNpy, writeNpy } from "../../src/io/index.js";
import { goldenBytes, rejection, temporaryFolder } from "./golden.js";

const quarters = [
  [0.25, 0.5, 0.75],
  [1, 1.25, 1.5],
];
const whole = [
  [1, 2, 3],
  [4, 5, 6],
];

describe("readNpy", () => {
  const { path, write } = temporaryFolder();
  const read = (name: string) => readNpy(write(`${name}.npy`, goldenBytes(name)));

  for (const [name, dtype, values] of [
    ["float64", "float64", quarters],
    ["float32", "float32", quarters],
    ["int32", "int32", whole],
    ["uint8", "uint8", whole],
    ["int64", "int32", whole],
    ["int64-large", "float64", [2 ** 40, -(2 ** 40)]],
    ["int16", "int32", whole.map((row) => row.map((v) => -v))],
    ["fortran", "float64", quarters],
    ["version-2", "float64", quarters],
    ["version-3", "float64", quarters],
    ["vector", "float64", [1.5, 2.5]],
    ["scalar", "float64", 2.5],
  ] as const) {
    it(`reads NumPy's ${name} file as ${dtype}`, async () => {
      const t = await read(name);
      expect(t.dtype).to.equal(dtype);
      expect(t.toArray()).to.deep.equal(values);
    });
  }

  it("reads booleans as bool", async () => {
    const t = await read("bool");
    expect(t.dtype).to.equal("bool");
    expect(t.shape).to.deep.equal([2, 3]);
    expect(t.ravel().toArray().map(Number)).to.deep.equal([0, 0, 0, 1, 1, 1]);
  });

  it("keeps the order of axes of a Fortran file of shape (2, 3, 4)", async () => {
    const t = await read("fortran-3d");
    expect(t.shape).to.deep.equal([2, 3, 4]);
    expect(t.ravel().toArray()).to.deep.equal(Array.from({ length: 24 }, (_, i) => i));
  });

  it("reads an array without elements, shape (0, 3)", async () => {
    expect((await read("empty")).shape).to.deep.equal([0, 3]);
  });

  for (const [name, words] of [
    ["complex", "can be read, got dtype '<c16' in"],
    ["big-endian", "can be read, got dtype '>f8' in"],
    ["text", "can be read, got dtype '<U3' in"],
    ["record", "must hold one array of plain numbers, got the header"],
    ["int64-too-large", "integers up to 2^53 can be kept exactly"],
  ]) {
    it(`refuses the ${name} file in words`, async () => {
      const error = await rejection(read(name));
      expect(error).to.be.instanceOf(DataError);
      expect(error.message)
        .to.match(/^readNpy: /)
        .and.to.include(words);
    });
  }

  it("says where it looked for a missing file and what may have been meant", async () => {
    write("weights.npy", goldenBytes("vector"));
    const error = await rejection(readNpy(path("wieghts.npy")));
    expect(error.message).to.include(`readNpy: ${path("wieghts.npy")} not found (looked in `);
    expect(error.message).to.match(/Did you mean weights\.npy\?$/);
  });

  it("says how much of a cut-off file is there", async () => {
    const bytes = goldenBytes("float64");
    const error = await rejection(readNpy(write("cut.npy", bytes.subarray(0, bytes.length - 8))));
    expect(error.message).to.match(
      /cut\.npy is cut off, got 168 of 176 bytes\. Save or download it again\.$/,
    );
  });

  it("survives a cut at every byte of the header", async () => {
    const bytes = goldenBytes("vector");
    for (let length = 0; length < 128; length++) {
      const error = await rejection(readNpy(write("header.npy", bytes.subarray(0, length))));
      expect(error, `cut after ${length} bytes`).to.be.instanceOf(DataError);
    }
  });

  it("allocates nothing for a header that lies about the shape", async () => {
    const lie = async (shape: string): Promise<string> => {
      const bytes = goldenBytes("vector");
      bytes.write(`(${shape}), }`.padEnd(40), bytes.indexOf("(2,)"), "latin1");
      return (await rejection(readNpy(write("lie.npy", bytes)))).message;
    };
    expect(await lie("1000000, 1000000")).to.match(/lie\.npy is cut off, got 144 of 8000000000128 bytes/);
    expect(await lie("9999999999999999999, 0")).to.match(
      /must hold one array of plain numbers, got the header/,
    );
    expect(await lie("-1,")).to.match(/must hold one array of plain numbers, got the header/);
  });

  it("reads no header of millions of characters", async () => {
    const bytes = Buffer.alloc(200000, 32);
    Buffer.from("934e554d5059020000000300", "hex").copy(bytes); // version 2, 196608 characters
    const error = await rejection(readNpy(write("long.npy", bytes)));
    expect(error.message).to.match(/^readNpy: a header has up to 65536 bytes, got 196620 in /);
  });

  it("recognises a web page and a picture under the name of data", async () => {
    const page = await rejection(readNpy(write("page.npy", "<!DOCTYPE html><html></html>")));
    expect(page.message).to.match(
      /must be a \.npy file, got a web page\. Download the file itself, not the page/,
    );
    const picture = await rejection(readNpy(write("picture.npy", Buffer.from("89504e470d0a1a0a", "hex"))));
    expect(picture.message).to.include("must be a .npy file, got a PNG picture.");
  });

  it("refuses a folder and a path that is no text", async () => {
    expect((await rejection(readNpy(path(".")))).message).to.include("got the folder");
    expect((await rejection(readNpy(undefined as never))).message).to.equal(
      "readNpy: path must be the name of a file, got undefined",
    );
  });
});

describe("writeNpy", () => {
  const { path } = temporaryFolder();

  for (const [name, t] of [
    ["float64", () => array(quarters)],
    ["float32", () => array(quarters, { dtype: "float32" })],
    ["int32", () => array(whole, { dtype: "int32" })],
    ["uint8", () => array(whole, { dtype: "uint8" })],
    [
      "bool",
      () =>
        array(
          [
            [0, 0, 0],
            [1, 1, 1],
          ],
          { dtype: "bool" },
        ),
    ],
    ["vector", () => array([1.5, 2.5])],
    ["scalar", () => array(2.5)],
    ["empty", () => fromBuffer(new Float64Array(0), [0, 3])],
  ] as const) {
    it(`writes the bytes that NumPy writes for ${name}`, async () => {
      await writeNpy(path(`${name}.npy`), t());
      expect(readFileSync(path(`${name}.npy`)).equals(goldenBytes(name))).to.equal(true);
    });
  }

  it("writes a transposed view in reading order", async () => {
    await writeNpy(path("view.npy"), array(whole).T);
    expect((await readNpy(path("view.npy"))).toArray()).to.deep.equal([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });
});
