import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as np from "../../src/index.js";

interface Case {
  maker: "makeFlower" | "makeCircles" | "makeMoons" | "makeBlobs" | "makeGaussianQuantiles";
  options: object;
  X: number[][];
  Y: number[][];
}

const golden: { cases: Case[] } = JSON.parse(
  readFileSync(new URL("./golden/planar.json", import.meta.url), "utf8"),
);

describe("points in the plane", () => {
  for (const { maker, options, X, Y } of golden.cases) {
    it(`${maker}(${JSON.stringify(options)}) gives scikit-learn's ${Y[0].length} points, X (2, m) and Y (1, m)`, () => {
      const made = np.datasets[maker](options);
      np.testing.assertClose(made.X, np.array(X), { name: "X", rtol: 1e-12, atol: 1e-12 });
      expect(made.Y.toArray()).to.deep.equal(Y);
      expect([made.X.dtype, made.Y.dtype]).to.deep.equal(["float64", "float64"]);
    });
  }

  it("makeFlower begins at (1.20444229, 3.57611415), as the course prints it", () => {
    const { X } = np.datasets.makeFlower();
    expect(String(X.slice(":", 0))).to.equal("[1.20444229 3.57611415]");
  });

  it("says which option is wrong and what it should be", () => {
    const { makeBlobs, makeCircles, makeFlower, makeGaussianQuantiles, makeMoons } = np.datasets;
    expect(() => makeFlower({ m: 1 })).to.throw(
      np.DataError,
      "makeFlower: m must be a whole number from 2 to 10000000, got 1",
    );
    expect(() => makeMoons({ noise: -1 })).to.throw("makeMoons: noise must not be negative, got -1");
    expect(() => makeCircles({ m: 2.5 })).to.throw(
      "makeCircles: m must be a whole number from 2 to 10000000, got 2.5",
    );
    expect(() => makeBlobs({ m: 3 })).to.throw(
      "makeBlobs: m must be a whole number from 6 to 10000000, got 3",
    );
    expect(() => makeGaussianQuantiles({ cov: Number.NaN })).to.throw("cov must not be negative, got NaN");
    expect(() => makeMoons({ sead: 1 } as never)).to.throw("Did you mean seed?");
  });
});
