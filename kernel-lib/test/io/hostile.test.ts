// Files with wrong bytes in them: a tensor or a table, or an error in the name of the reader; never anything else.
import { expect } from "chai";
import * as fc from "fast-check";
import * as np from "../../src/index.js";
import { formatNpy } from "../../src/io/npy.js";
import { temporaryFolder } from "./golden.js";

/** Nothing, or an error whose words begin with the reader's name. */
async function checkNamed(name: string, reading: Promise<unknown>): Promise<void> {
  try {
    await reading;
  } catch (error) {
    expect(error).to.be.instanceOf(np.DataError);
    expect((error as Error).message).to.match(new RegExp(`^${name}: `));
  }
}

describe("hostile files", () => {
  const folder = temporaryFolder();

  it(".npy with any one byte that is wrong", async () => {
    const good = formatNpy(np.ones([2, 3]));
    for (let at = 0; at < good.length; at++) {
      for (const wrong of [0, 0x30, 0x39, 0xff]) {
        const bytes = Uint8Array.from(good);
        bytes[at] = wrong;
        await checkNamed("readNpy", np.io.readNpy(folder.write("x.npy", bytes)));
      }
    }
  });

  it("CSV of any letters that mean something in it", async () => {
    const letters = fc.constantFrom(",", '"', "\n", "\r", "1", "-", ".", "e", "a", " ", "\0", "\ufeff", "é");
    const text = fc.array(letters, { maxLength: 30 }).map((list) => list.join(""));
    const run = fc.asyncProperty(text, fc.boolean(), async (content, header) => {
      await checkNamed("readCsv", np.io.readCsv(folder.write("x.csv", content), { header }));
    });
    await fc.assert(run, { numRuns: 300, seed: 4 });
  });

  it("CSV of any bytes", async () => {
    const run = fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
      await checkNamed("readCsv", np.io.readCsv(folder.write("x.csv", bytes)));
    });
    await fc.assert(run, { numRuns: 300, seed: 4 });
  });
});
