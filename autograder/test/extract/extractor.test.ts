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
    expect((error as Trouble).message).to.equal(
      "the notebook's code cannot be read: it takes the compiler more than 0.001 s",
    );
    expect(await slow.extract({ ...request, cells: cells("1") }).catch(() => "again")).to.equal("again");
    await slow.close();
  });

  it("counts CPU time: on a busy machine a notebook may take a dozen times as long, not longer", async () => {
    const answers = { cpu: 0, wall: 0 };
    const extractor = new Extractor(0.001, { cpu: () => answers.cpu, wall: () => answers.wall });
    const grade = (): Promise<string> =>
      extractor.extract({ ...request, cells: cells("const double = (v) => v;") }).then(
        ({ functions }) => functions[0]!.status,
        (error: Error) => error.message,
      );
    expect(await grade()).to.equal("found"); // while no clock moves, though the thread only starts
    const begun = grade();
    answers.wall = 0.011;
    expect(await begun).to.equal("found");
    await extractor.close();
    const late = grade();
    answers.wall += 0.013;
    expect(await late).to.include("more than 0.001 s");
    await extractor.close();
  });
});
