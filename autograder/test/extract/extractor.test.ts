import { expect } from "chai";
import { Extractor } from "../../src/extract/extractor.js";
import { Trouble } from "../../src/trouble.js";
import { cells, vectors } from "../helpers.js";

const exercises = [{ name: "double", calls: [] }];
const request = { exercises, assignmentDir: vectors, reference: "" };

describe("Extractor", () => {
  it("extracts one notebook after the other", async () => {
    const extractor = new Extractor(60);
    for (const source of ["const double = (v) => v;", "let double = 3;"]) {
      const { functions } = await extractor.extract({ ...request, cells: cells(source) });
      expect(functions[0]!.status).to.equal("found");
    }
    await extractor.close();
  });

  it("gives up on a notebook that takes the compiler too long, and takes the next one", async () => {
    const slow = new Extractor(0.001);
    const error = await slow.extract({ ...request, cells: cells("1") }).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(Trouble);
    expect((error as Trouble).message).to.include("takes the compiler more than 0.001 s");
    expect(await slow.extract({ ...request, cells: cells("1") }).catch(() => "again")).to.equal("again");
    await slow.close();
  });
});
