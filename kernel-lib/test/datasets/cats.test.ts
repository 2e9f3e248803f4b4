import { copyFileSync, cpSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { type Cats, dataFolder, loadCats } from "../../src/datasets/index.js";
import { DataError } from "../../src/index.js";
import { goldenBytes, rejection, temporaryFolder } from "../io/golden.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const embedded = join(root, "data");
const course = resolve(root, "../shared/data/course");
const courseFiles = ["train_catvnoncat.h5", "test_catvnoncat.h5"];
const haveCourse = courseFiles.every((file) => existsSync(join(course, file)));

function mean(labels: Cats["trainY"]): number {
  const values = labels.ravel().toArray() as number[];
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A data folder with the drawn cats alone. */
function drawingsOnly(path: (name: string) => string): string {
  mkdirSync(path("data"), { recursive: true });
  cpSync(join(embedded, "cats"), join(path("data"), "cats"), { recursive: true });
  return path("data");
}

describe("loadCats", () => {
  const { path, write } = temporaryFolder();

  it("loads the drawings: 209 pictures to learn from, 50 to test on", async () => {
    const cats = await loadCats({ folder: drawingsOnly(path) });
    expect([cats.trainX.shape, cats.trainY.shape]).to.deep.equal([
      [209, 64, 64, 3],
      [1, 209],
    ]);
    expect([cats.testX.shape, cats.testY.shape]).to.deep.equal([
      [50, 64, 64, 3],
      [1, 50],
    ]);
    expect([cats.trainX.dtype, cats.trainY.dtype]).to.deep.equal(["uint8", "float64"]);
    expect(mean(cats.trainY)).to.be.closeTo(72 / 209, 1e-12);
    expect(mean(cats.testY)).to.be.closeTo(33 / 50, 1e-12);
    expect(cats.classes).to.deep.equal(["non-cat", "cat"]);
    expect(cats.source).to.equal("the embedded drawings (data/cats)");
  });

  it("has 300 more test pictures on request", async () => {
    const cats = await loadCats({ folder: drawingsOnly(path), test: "large" });
    expect([cats.testX.shape, cats.testY.shape]).to.deep.equal([
      [300, 64, 64, 3],
      [1, 300],
    ]);
    expect(mean(cats.testY)).to.equal(0.5);
  });

  it(`reads the course's photographs${haveCourse ? "" : " (skipped: their files are not on this machine)"}`, async function () {
    if (!haveCourse) this.skip();
    const cats = await loadCats({ folder: course });
    expect([cats.trainX.shape, cats.trainY.shape]).to.deep.equal([
      [209, 64, 64, 3],
      [1, 209],
    ]);
    expect([cats.testX.shape, cats.testY.shape]).to.deep.equal([
      [50, 64, 64, 3],
      [1, 50],
    ]);
    expect([cats.trainX.dtype, cats.trainY.dtype]).to.deep.equal(["uint8", "float64"]);
    expect([cats.trainX.get(0, 0, 0, 0), cats.trainX.get(208, 63, 63, 2)]).to.deep.equal([17, 0]);
    expect(mean(cats.trainY)).to.be.closeTo(72 / 209, 1e-12);
    expect(mean(cats.testY)).to.be.closeTo(33 / 50, 1e-12);
    expect(cats.classes).to.deep.equal(["non-cat", "cat"]);
    expect(cats.source).to.equal("the course's photographs (train_catvnoncat.h5, test_catvnoncat.h5)");
  });

  it(`prefers the course's files beside the drawings${haveCourse ? "" : " (skipped: they are not on this machine)"}`, async function () {
    if (!haveCourse) this.skip();
    const folder = drawingsOnly((name) => path(`both-${name}`));
    for (const file of courseFiles) copyFileSync(join(course, file), join(folder, file));
    expect((await loadCats({ folder })).source).to.match(/^the course's photographs/);
    expect((await loadCats({ folder, test: "large" })).source).to.match(/^the embedded drawings/);
  });

  it(`finds them in data/course too${haveCourse ? "" : " (skipped: they are not on this machine)"}`, async function () {
    if (!haveCourse) this.skip();
    const folder = drawingsOnly((name) => path(`course-${name}`));
    mkdirSync(join(folder, "course"));
    for (const file of courseFiles) copyFileSync(join(course, file), join(folder, "course", file));
    expect((await loadCats({ folder })).source).to.match(/^the course's photographs/);
  });

  it("refuses one of the course's files without the other, in data/course as well", async () => {
    const folder = drawingsOnly((name) => path(`half-${name}`));
    mkdirSync(join(folder, "course"));
    write("half-data/course/test_catvnoncat.h5", goldenBytes("hdf5"));
    expect((await rejection(loadCats({ folder }))).message).to.match(
      /got test_catvnoncat\.h5 without train_catvnoncat\.h5 \(looked in .*course\)\. Add train_catvnoncat\.h5/,
    );
  });

  it("refuses one of the course's files without the other", async () => {
    write("train_catvnoncat.h5", goldenBytes("hdf5"));
    const error = await rejection(loadCats({ folder: path("") }));
    expect(error).to.be.instanceOf(DataError);
    expect(error.message).to.match(
      /^loadCats: the course's two files belong together, got train_catvnoncat\.h5 without test_catvnoncat\.h5 \(looked in .*\)\. Add test_catvnoncat\.h5, or remove train_catvnoncat\.h5 to use the embedded drawings\.$/,
    );
  });

  it("names what a wrong HDF5 file holds", async () => {
    write("train_catvnoncat.h5", goldenBytes("hdf5"));
    write("test_catvnoncat.h5", goldenBytes("hdf5"));
    const error = await rejection(loadCats({ folder: path("") }));
    expect(error.message)
      .to.include("loadCats: train_catvnoncat.h5 must hold train_set_x, got ")
      .and.to.include("labels");
  });

  it("says where it looked when the drawings are missing, and which picture file is cut off", async () => {
    const error = await rejection(loadCats({ folder: embedded.replace(/data$/, "kernel-lib") }));
    expect(error.message).to.match(/^loadCats: .*cats\.json not found \(looked in .*cats\)/);
    const folder = drawingsOnly((name) => path(`cut-${name}`));
    write("cut-data/cats/train.u8.gz", Buffer.from("1f8b0800", "hex"));
    expect((await rejection(loadCats({ folder }))).message).to.match(
      /train\.u8\.gz is damaged or cut off\. Fetch it from the repository again\.$/,
    );
  });

  it("refuses unknown options and values", async () => {
    expect((await rejection(loadCats({ tests: "large" } as never))).message).to.include("Did you mean test?");
    expect((await rejection(loadCats({ test: "huge" } as never))).message).to.equal(
      'loadCats: test must be "small" or "large", got "huge"',
    );
  });
});

describe("dataFolder", () => {
  const { path } = temporaryFolder();
  const before = process.env.NABLA_DATA;
  afterEach(() => {
    if (before === undefined) delete process.env.NABLA_DATA;
    else process.env.NABLA_DATA = before;
  });

  it("finds the repository's data folder", () => {
    delete process.env.NABLA_DATA;
    expect(existsSync(join(dataFolder(), "cats/cats.json"))).to.equal(true);
  });

  it("takes the folder that NABLA_DATA names", () => {
    process.env.NABLA_DATA = path(".");
    expect(dataFolder()).to.equal(resolve(path(".")));
  });

  it("refuses a NABLA_DATA that is no folder", () => {
    process.env.NABLA_DATA = path("nowhere");
    expect(() => dataFolder()).to.throw(
      DataError,
      /^dataFolder: NABLA_DATA must name a folder, got .*nowhere: there is none/,
    );
  });
});
