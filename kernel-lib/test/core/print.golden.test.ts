import { expect } from "chai";
import { type GoldenTensor, readGolden, toTensor } from "../support/golden.js";

interface Case {
  input: GoldenTensor;
  transposed?: boolean;
  str: string;
  repr: string;
}

describe("printing gives NumPy's text", () => {
  for (const { input, transposed, str, repr } of readGolden<Case>("printing").cases) {
    const first = repr.length > 60 ? `${repr.slice(0, 60)}…` : repr;
    it(`${input.dtype} (${input.shape.join(", ")})${transposed ? ".T" : ""}: ${first.replaceAll(/\s+/g, " ")}`, () => {
      const t = transposed ? toTensor(input).T : toTensor(input);
      expect(String(t)).to.equal(str);
      expect(t.toRepr()).to.equal(repr);
    });
  }
});
