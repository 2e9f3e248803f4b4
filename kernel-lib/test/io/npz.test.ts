import { readFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/index.js";
import { readNpz, writeNpz } from "../../src/io/npz.js";
import { tensor } from "../support/arbitraries.js";
import { goldenBytes, rejection, temporaryFolder } from "./golden.js";

const quarters = np
  .array([
    [1, 2, 3],
    [4, 5, 6],
  ])
  .divide(4);

describe("readNpz", () => {
  const { path, write } = temporaryFolder();
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const error = await rejection(readNpz(write("bad.npz", bytes)));
    expect(error).to.be.instanceOf(np.DataError);
    expect(error.message).to.include(path("bad.npz"));
    return error.message;
  };

  it("reads what numpy.savez and savez_compressed write", async () => {
    const plain = await readNpz(write("plain.npz", goldenBytes("npz")));
    expect(Object.keys(plain)).to.have.members(["W", "b", "n", "arr_0"]);
    expect(np.arrayEqual(plain.W, quarters)).to.equal(true);
    expect([plain.b.dtype, plain.n.toArray(), plain.arr_0.dtype]).to.deep.equal(["bool", 7, "float32"]);
    const packed = await readNpz(write("packed.npz", goldenBytes("npz-compressed")));
    expect([...packed.zeros.shape]).to.deep.equal([100, 100]);
    expect(np.arrayEqual(packed.W, quarters)).to.equal(true);
    expect(await readNpz(write("empty.npz", goldenBytes("npz-empty")))).to.deep.equal({});
  });

  it("refuses pickled objects, in an archive and alone, and names them", async () => {
    expect(await refusal(goldenBytes("npz-objects"))).to.equal(
      `readNpz: plain numbers can be read, got Python objects (dtype '|O') in ${path("bad.npz")}, bad.npy. They are programs, not data; save an array of numbers`,
    );
    const error = await rejection(np.io.readNpy(write("objects.npy", goldenBytes("objects"))));
    expect(error.message).to.include("got Python objects (dtype '|O')");
  });

  it("says what a file is that is no archive", async () => {
    expect(await refusal(goldenBytes("vector"))).to.equal(
      `readNpz: ${path("bad.npz")} must be a .npz file, got a .npy file.`,
    );
    expect(await refusal(Buffer.from("504b0304000000", "hex"))).to.include(
      "its directory is missing in 7 bytes",
    );
    expect(await refusal(Buffer.alloc(0))).to.include("got an empty file");
  });

  it("survives a cut at every byte", async () => {
    const bytes = goldenBytes("npz-compressed");
    for (let length = 0; length < bytes.length; length += 7) await refusal(bytes.subarray(0, length));
  });

  it("survives any one byte that is wrong: the right tensors or a named error", async () => {
    const bytes = goldenBytes("npz-compressed");
    const wrong = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(wrong, async ([at, change]) => {
        const copy = Buffer.from(bytes);
        copy[at] ^= change;
        const result = await readNpz(write("bad.npz", copy)).catch((error: Error) => error);
        if (result instanceof Error) expect(result).to.be.instanceOf(np.DataError);
        else for (const t of Object.values(result)) expect(t.size).to.be.at.most(10000);
      }),
    );
  });

  it("finds a wrong checksum", async () => {
    const bytes = goldenBytes("npz");
    bytes[200] ^= 1; // inside W's numbers
    expect(await refusal(bytes)).to.match(/the checksum of W\.npy is wrong/);
  });

  it("unpacks no bomb: neither one that tells its size nor one that lies", async () => {
    const zeros = Buffer.alloc(20_000_000);
    const honest = archive("a.npy", deflateRawSync(zeros), zeros.length, crc32(zeros));
    const error = await rejection(readNpz(write("bomb.npz", honest), { maxBytes: 1_000_000 }));
    expect(error.message).to.equal(
      `readNpz: ${path("bomb.npz")} may unpack to 1000000 bytes, got 20000000. Allow it with { maxBytes: 20000000 }`,
    );
    expect(await refusal(archive("a.npy", deflateRawSync(zeros), 1000, 0))).to.include(
      "a.npy is damaged or larger than the 1000 bytes it should have",
    );
    expect(await refusal(archive("a.npy", zeros.subarray(0, 9), 2 ** 32 - 2, 0))).to.include("may unpack to");
  });

  it("refuses encrypted entries and unknown methods", async () => {
    expect(await refusal(archive("a.npy", Buffer.alloc(9), 9, 0, { method: 12 }))).to.include(
      "a.npy is packed by method 12; 0 and 8 are known",
    );
    expect(await refusal(archive("a.npy", Buffer.alloc(9), 9, 0, { flags: 1 }))).to.include(
      "a.npy is encrypted",
    );
  });

  it("keeps the name __proto__ a name", async () => {
    await writeNpz(path("proto.npz"), Object.fromEntries([["__proto__", [1, 2]]]));
    const read = await readNpz(path("proto.npz"));
    expect(Object.getOwnPropertyNames(read)).to.deep.equal(["__proto__"]);
  });
});

describe("writeNpz", () => {
  const { path } = temporaryFolder();

  it("writes the bytes of ours.npz, which NumPy reads (golden/make_files.py)", async () => {
    const b = np.array([true, false]);
    const n = np.array(7, { dtype: "int32" });
    await writeNpz(path("ours.npz"), { W: quarters, b, n, ü: np.array([0.1], { dtype: "float32" }) });
    const want = readFileSync(new URL("golden/ours.npz", import.meta.url));
    expect(readFileSync(path("ours.npz")).equals(want)).to.equal(true);
  });

  it("gives back every tensor of every dtype, plain and compressed", async () => {
    const dtypes = fc.constantFrom<np.DType>("float64", "float32", "int32", "uint8", "bool");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(tensor, dtypes), { maxLength: 3 }),
        fc.boolean(),
        async (list, compressed) => {
          const tensors = list.map(([t, dtype]) => t.astype(dtype));
          await writeNpz(path("all.npz"), tensors, { compressed });
          const read = await readNpz(path("all.npz"));
          expect(Object.keys(read)).to.deep.equal(tensors.map((_, k) => `arr_${k}`));
          for (const [k, t] of tensors.entries()) {
            expect(read[`arr_${k}`].dtype).to.equal(t.dtype);
            expect(np.arrayEqual(read[`arr_${k}`], t)).to.equal(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("names wrong arguments and folders that are missing", async () => {
    const error = await rejection(writeNpz(path("a.npz"), np.ones(2) as never));
    expect(error.message).to.equal(
      "writeNpz: tensors come by name, like { W, b }, or as a list, got a Tensor",
    );
    const missing = await rejection(writeNpz(path("none/a.npz"), { a: [1] }));
    expect(missing).to.be.instanceOf(np.DataError);
    expect(missing.message).to.equal(
      `writeNpz: ${path("none/a.npz")} cannot be written (the folder ${path("none")} is missing)`,
    );
    const word = await rejection(writeNpz(path("a.npz"), { a: [1] }, { compress: true } as never));
    expect(word.message).to.equal("writeNpz: unknown option compress. Did you mean compressed?");
  });
});

/** An archive of one entry that says what it is told to. */
function archive(
  name: string,
  data: Uint8Array,
  size: number,
  crc: number,
  { method = 8, flags = 0 }: { method?: number; flags?: number } = {},
): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt16LE(flags, 8);
  directory.writeUInt16LE(method, 10);
  directory.writeUInt32LE(crc, 16);
  directory.writeUInt32LE(data.length, 20);
  directory.writeUInt32LE(size, 24);
  directory.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, Buffer.from(name), data, directory, Buffer.from(name), end]);
}
