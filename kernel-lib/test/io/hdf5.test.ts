import { expect } from "chai";
import * as np from "../../src/index.js";
import { readHdf5, readHdf5Sets } from "../../src/io/hdf5.js";
import { goldenBytes, rejection, temporaryFolder } from "./golden.js";

describe("readHdf5", () => {
  const { path, write } = temporaryFolder();
  const golden = () => write("golden.h5", goldenBytes("hdf5"));

  it("reads uint8 pixels of shape (2, 2, 3)", async () => {
    const { pixels } = await readHdf5(golden());
    expect(pixels.dtype).to.equal("uint8");
    expect(pixels.shape).to.deep.equal([2, 2, 3]);
    expect(pixels.ravel().toArray()).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("makes int64 labels int32, and float64 when they need more than 32 bits", async () => {
    const { labels, big } = await readHdf5(golden());
    expect([labels.dtype, labels.toArray()]).to.deep.equal(["int32", [1, 0, 1]]);
    expect([big.dtype, big.toArray()]).to.deep.equal(["float64", [2 ** 40, -1]]);
  });

  it("reads big-endian, compressed, grouped, single and empty datasets", async () => {
    const sets = await readHdf5(golden());
    expect(sets.reals.toArray()).to.deep.equal([[0.5, -1.5]]);
    expect(sets.packed.toArray()).to.deep.equal(Array.from({ length: 100 }, (_, i) => i));
    expect(sets["group/inner"].dtype).to.equal("float32");
    expect(sets["group/inner"].toArray()).to.deep.equal([1.5, 2.5]);
    expect(sets.single.toArray()).to.equal(3.5);
    expect(sets.empty.shape).to.deep.equal([0, 3]);
  });

  it("leaves texts out of the tensors", async () => {
    expect(await readHdf5(golden())).to.not.have.property("classes");
    expect((await readHdf5Sets("test", golden())).texts).to.deep.equal({ classes: ["non-cat", "cat"] });
  });

  it("names what a file without numbers holds", async () => {
    const { File, ready } = await import("h5wasm/node");
    await ready;
    const file = new File(path("words.h5"), "w");
    file.create_dataset({ name: "classes", data: ["non-cat", "cat"] });
    file.close();
    expect((await rejection(readHdf5(path("words.h5")))).message).to.equal(
      `readHdf5: ${path("words.h5")} has no numeric dataset, got only classes`,
    );
  });

  it("recognises a web page saved as .h5", async () => {
    const error = await rejection(readHdf5(write("page.h5", "\n<html><title>Sign in</title></html>")));
    expect(error).to.be.instanceOf(np.DataError);
    expect(error.message).to.equal(
      `readHdf5: ${path("page.h5")} must be an HDF5 file, got a web page. Download the file itself, not the page around it.`,
    );
  });

  it("says how much of a cut-off file is there", async () => {
    const bytes = goldenBytes("hdf5");
    const error = await rejection(readHdf5(write("cut.h5", bytes.subarray(0, 1000))));
    expect(error.message).to.equal(
      `readHdf5: ${path("cut.h5")} is cut off, got 1000 of ${bytes.length} bytes. Download it again.`,
    );
    const stub = await rejection(readHdf5(write("stub.h5", bytes.subarray(0, 20))));
    expect(stub.message).to.include("stub.h5 is cut off, got 20 of");
  });

  it("reports a damaged file and keeps the cause", async () => {
    const bytes = goldenBytes("hdf5");
    bytes.fill(0xee, 96, 1500);
    const error = await rejection(readHdf5(write("damaged.h5", bytes)));
    expect(error.message).to.match(
      /damaged\.h5 cannot be read, the HDF5 file is damaged\. Download it again\.$/,
    );
    expect(error.cause).to.not.equal(undefined);
  });

  it("reads what h5py writes for bool as bool", async () => {
    const { odd } = await readHdf5(write("bool.h5", goldenBytes("hdf5-bool")));
    expect([odd.dtype, odd.toArray()]).to.deep.equal([
      "bool",
      [
        [false, false, false],
        [true, true, true],
      ],
    ]);
  });

  it("names what it cannot read in a file that is whole: float16, another packing", async () => {
    const half = await rejection(readHdf5(write("half.h5", goldenBytes("hdf5-float16"))));
    expect(half).to.be.instanceOf(np.DataError);
    expect(half.message).to.equal(
      `readHdf5: floats of 32 and 64 bits can be read, got 16 bits in odd of ${path("half.h5")}. Save it with .astype("float64")`,
    );
    const packed = await rejection(readHdf5(write("lzf.h5", goldenBytes("hdf5-lzf"))));
    expect(packed.message).to.equal(
      `readHdf5: ${path("lzf.h5")} cannot be read, it is packed by lzf. Save it with compression="gzip".`,
    );
  });

  it("refuses a dataset that claims more than its file can hold", async () => {
    const bytes = goldenBytes("hdf5");
    const lengths = Buffer.alloc(16); // (100,) and the most it may grow to, as numbers of 64 bits
    for (const at of [0, 8]) lengths.writeUInt32LE(100, at);
    const at = bytes.indexOf(lengths);
    for (const place of [at, at + 8]) bytes.writeUInt32LE(2 ** 28, place);
    const error = await rejection(readHdf5(write("huge.h5", bytes)));
    expect(error).to.be.instanceOf(np.DataError);
    expect(error.message).to.match(
      /huge\.h5 cannot hold what it claims, got 1073741824 bytes of \/?packed in a file of \d+\. Download it again\.$/,
    );
  });

  it("survives wrong bytes and cuts anywhere: tensors or a named error", async () => {
    const bytes = goldenBytes("hdf5");
    const random = np.random.defaultRng(1);
    for (let run = 0; run < 60; run++) {
      const copy = Buffer.from(bytes);
      for (let k = 0; k < 3; k++) copy[random.integers(0, copy.length)] = random.integers(0, 256);
      const length = run % 5 === 0 ? random.integers(0, copy.length) : copy.length;
      const read = readHdf5(write("wrong.h5", copy.subarray(0, length)));
      const error = await read.then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null) expect(error).to.be.instanceOf(np.DataError);
    }
  });

  it("names an empty and a missing file", async () => {
    expect((await rejection(readHdf5(write("empty.h5", "")))).message).to.include(
      "got an empty file. Download it again.",
    );
    expect((await rejection(readHdf5(path("nowhere.h5")))).message).to.match(
      /nowhere\.h5 not found \(looked in /,
    );
  });
});
