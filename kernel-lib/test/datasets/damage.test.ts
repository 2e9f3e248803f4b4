// A data file that is missing or damaged, in every way a file gets damaged: each loader says so in one line, with what to do.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import * as np from "../../src/index.js";
import { rejection, temporaryFolder } from "../io/golden.js";

const embedded = fileURLToPath(new URL("../../../data/", import.meta.url));

const files = {
  loadIris: ["iris/iris.csv"],
  loadPenguins: ["penguins/penguins.csv"],
  loadDigits: ["digits/digits.csv"],
  loadHousing: ["housing/housing.csv"],
  loadFashion: ["fashion/fashion.json", "fashion/train.u8.gz", "fashion/test.u8.gz"],
  loadCats: ["cats/cats.json", "cats/train.u8.gz", "cats/test.u8.gz"],
} as const;

const again = "Fetch it from the repository again";
const damages: Record<string, (path: string) => void> = {
  "is missing": (path) => rmSync(path),
  "is empty": (path) => writeFileSync(path, ""),
  "is cut off": (path) => {
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, Math.floor(0.7 * whole.length)));
  },
  "is a web page": (path) => writeFileSync(path, "<!DOCTYPE html>\n<html>404</html>\n"),
  "is a list without names": (path) => writeFileSync(path, "{}"),
  "has an open quote": (path) => writeFileSync(path, '"5.1,3.5'),
};
const ofTables: typeof damages = {
  "has letters where numbers belong": (path) =>
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/\d[^\n]*\n$/, (row) => row.replace(/\d/g, "x")),
    ),
};

describe("a data file", () => {
  const { path } = temporaryFolder();

  for (const [loader, itsFiles] of Object.entries(files) as [keyof typeof files, readonly string[]][])
    for (const file of itsFiles)
      for (const [damage, harm] of Object.entries(
        file.endsWith(".csv") ? { ...damages, ...ofTables } : damages,
      ))
        it(`${file} that ${damage}: ${loader} says so, and what to do`, async () => {
          const folder = path(`${file.replaceAll("/", "-")} ${damage}`);
          mkdirSync(folder);
          cpSync(join(embedded, dirname(file)), join(folder, dirname(file)), { recursive: true });
          harm(join(folder, file));
          const error = await rejection(np.datasets[loader]({ folder }));
          expect(error).to.be.instanceOf(np.DataError);
          expect(error.message)
            .to.match(new RegExp(`^${loader}: `))
            .and.to.include(join(folder, file))
            .and.to.include(again)
            .and.not.to.include("\n");
        });
});

describe("missing data", () => {
  it("are explained in these words", async () => {
    const error = await rejection(np.datasets.loadIris({ folder: "nowhere" }));
    expect(error.message).to.match(
      /^loadIris: .*iris\.csv not found \(looked in .*iris\)\. Fetch it from the repository again, or set NABLA_DATA to a data folder that has it\.$/,
    );
  });
});

describe("a table with a stranger in it", () => {
  const { path } = temporaryFolder();

  it("names the classes that there are", async () => {
    cpSync(join(embedded, "iris"), path("iris"), { recursive: true });
    const iris = path("iris/iris.csv");
    writeFileSync(iris, readFileSync(iris, "utf8").replace(/virginica\n$/, "tulip\n"));
    expect((await rejection(np.datasets.loadIris({ folder: path(".") }))).message).to.match(
      /iris\.csv must name setosa, versicolor, virginica, got tulip\. Fetch it from the repository again\.$/,
    );
  });
});
