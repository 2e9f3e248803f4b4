import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import * as np from "../../src/index.js";
import { rejection, temporaryFolder } from "../io/golden.js";

const embedded = fileURLToPath(new URL("../../../data/", import.meta.url));
const { loadDigits, loadFashion, loadHousing, loadIris, loadPenguins } = np.datasets;

/** How many of each class. */
const counts = (Y: np.Tensor, classes: readonly string[]): number[] =>
  classes.map((_, k) => np.sum(np.equal(Y, k)));

describe("tables of measurements", () => {
  it("loadIris: 50 flowers of each kind, in columns, with the means that Fisher's table has", async () => {
    const { X, Y, classes, features } = await loadIris();
    expect([X.shape, Y.shape]).to.deep.equal([
      [4, 150],
      [1, 150],
    ]);
    expect(counts(Y, classes)).to.deep.equal([50, 50, 50]);
    const means = np.mean(X, { axis: 1 });
    np.testing.assertClose(means, np.array([5.843333, 3.057333, 3.758, 1.199333]), { rtol: 1e-6 });
    expect([features[2], classes[2]]).to.deep.equal(["petal length (cm)", "virginica"]);
  });

  it("loadPenguins: 342 with measurements, 151 Adelie, 68 Chinstrap, 123 Gentoo", async () => {
    const { X, Y, classes, features } = await loadPenguins();
    expect([X.shape, features.length]).to.deep.equal([[4, 342], 4]);
    expect(counts(Y, classes)).to.deep.equal([151, 68, 123]);
    const means = np.mean(X, { axis: 1 });
    np.testing.assertClose(means, np.array([43.92193, 17.15117, 200.915205, 4201.754386]), { rtol: 1e-6 });
  });

  it("loadDigits: 1,797 of them, greys 0 to 16; the first is a 0", async () => {
    const { X, Y, classes } = await loadDigits();
    expect([X.shape, np.min(X), np.max(X), Y.get(0, 0)]).to.deep.equal([[64, 1797], 0, 16, 0]);
    expect(counts(Y, classes)).to.deep.equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  it("loadHousing: 47 sizes, bedrooms and prices, no classes", async () => {
    const { X, Y, classes } = await loadHousing();
    expect([X.get(0, 0), X.get(1, 0), Y.get(0, 0), X.shape, classes]).to.deep.equal([
      2057,
      4,
      441600,
      [2, 47],
      [],
    ]);
    expect(Y.shape).to.deep.equal([1, 47]);
  });

  describe("that are missing or damaged", () => {
    const { path } = temporaryFolder();

    it("say where they were looked for, and what to do", async () => {
      const folder = path(".");
      expect((await rejection(loadIris({ folder }))).message).to.match(
        /^loadIris: .*iris\.csv not found \(looked in /,
      );
      mkdirSync(path("iris"));
      const whole = readFileSync(join(embedded, "iris/iris.csv"), "utf8");
      writeFileSync(path("iris/iris.csv"), whole.slice(0, 1000));
      expect((await rejection(loadIris({ folder }))).message).to.match(
        /^loadIris: .*iris\.csv must hold 150 rows of one length, got \d+\. Fetch it from the repository again\.$/,
      );
      expect((await rejection(loadIris({ foldr: "" } as never))).message).to.include("Did you mean folder?");
    });
  });
});

describe("loadFashion", () => {
  const { path } = temporaryFolder();

  it("loads 2,000 pictures to learn from and 500 to test on, of ten kinds", async () => {
    const { trainX, trainY, testX, testY, classes } = await loadFashion();
    expect([trainX.shape, trainY.shape, testX.shape, testY.shape]).to.deep.equal([
      [2000, 28, 28],
      [1, 2000],
      [500, 28, 28],
      [1, 500],
    ]);
    expect([trainX.dtype, classes[trainY.get(0, 0)], classes.length]).to.deep.equal([
      "uint8",
      "Ankle boot",
      10,
    ]);
  });

  it("says which file is damaged", async () => {
    cpSync(join(embedded, "fashion"), path("fashion"), { recursive: true });
    writeFileSync(path("fashion/test.u8.gz"), readFileSync(path("fashion/test.u8.gz")).subarray(0, 1000));
    expect((await rejection(loadFashion({ folder: path(".") }))).message).to.match(
      /test\.u8\.gz is damaged or cut off\. Fetch it from the repository again\.$/,
    );
    writeFileSync(path("fashion/fashion.json"), '{ "classes": [');
    expect((await rejection(loadFashion({ folder: path(".") }))).message).to.match(
      /fashion\.json is damaged or cut off\. Fetch it from the repository again\.$/,
    );
  });
});
