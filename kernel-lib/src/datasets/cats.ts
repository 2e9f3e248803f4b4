/**
 * Cat or no cat: the first course's pictures when the user has put them into the data folder, else the drawn ones
 * that ship with the repository. Both have the same shapes, so a notebook need not know which it got.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DataError } from "../core/errors.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { readHdf5Sets } from "../io/hdf5.js";
import { dataFolder } from "./folder.js";
import { readCatalogue, readSplit } from "./pictures.js";

/** Pictures and labels to learn from and to test on. */
export interface Cats {
  /** Pictures to learn from, uint8 in 0..255, shape (209, 64, 64, 3). */
  readonly trainX: Tensor;
  /** 1 for cat, 0 for non-cat, float64, shape (1, 209). */
  readonly trainY: Tensor;
  /** Pictures to test on, uint8 in 0..255, shape (50, 64, 64, 3). */
  readonly testX: Tensor;
  /** 1 for cat, 0 for non-cat, float64, shape (1, 50). */
  readonly testY: Tensor;
  /** What the labels 0 and 1 mean. */
  readonly classes: string[];
  /** Which pictures these are, in words. */
  readonly source: string;
}

/** Which of the pictures, and where they are. */
export interface LoadCatsOptions {
  /** The data folder; found by {@link dataFolder} when left out. */
  folder?: string;
  /** "large": 300 test pictures in place of 50; only the drawn set has them. */
  test?: "small" | "large";
}

const courseTrain = "train_catvnoncat.h5";
const courseTest = "test_catvnoncat.h5";

/**
 * Loads the cat / non-cat pictures. The course's own files win when both are in the data folder or in its
 * folder course/; `source` says which pictures were loaded. Labels are float64, so that Y - A and log need no conversion.
 *
 * @returns trainX (209, 64, 64, 3), trainY (1, 209), testX (50, 64, 64, 3), testY (1, 50), classes, source
 * @throws DataError when a file is missing or damaged, or only one of the course's two files is there
 *
 * @example
 * ```ts
 * const { trainX, trainY, classes } = await np.datasets.loadCats();
 * classes[trainY.get(0, 0)]; // "cat"
 * ```
 */
export async function loadCats(options: LoadCatsOptions = {}): Promise<Cats> {
  checkOptions("loadCats", options, ["folder", "test"]);
  const { folder = dataFolder(), test = "small" } = options;
  if (test !== "small" && test !== "large") {
    throw new DataError(`loadCats: test must be "small" or "large", got ${JSON.stringify(test)}`);
  }
  const course = test === "small" ? courseFolder(folder) : null;
  return course === null ? loadDrawings(folder, test) : loadCourse(course);
}

/** Where the course's two files are: in the data folder, or in its folder course/; null when in neither. */
function courseFolder(folder: string): string | null {
  for (const place of [join(folder, "course"), folder]) {
    const found = [courseTrain, courseTest].filter((file) => existsSync(join(place, file)));
    if (found.length === 2) return place;
    if (found.length === 0) continue;
    const missing = found[0] === courseTrain ? courseTest : courseTrain;
    throw new DataError(
      `loadCats: the course's two files belong together, got ${found[0]} without ${missing} (looked in ${place}). ` +
        `Add ${missing}, or remove ${found[0]} to use the embedded drawings.`,
    );
  }
  return null;
}

async function loadCourse(folder: string): Promise<Cats> {
  const train = await readHdf5Sets("loadCats", join(folder, courseTrain));
  const test = await readHdf5Sets("loadCats", join(folder, courseTest));
  const set = (sets: typeof train, file: string, key: string): Tensor => {
    const tensor = sets.tensors[key];
    if (tensor) return tensor;
    const keys = Object.keys(sets.tensors).join(", ") || "nothing";
    throw new DataError(`loadCats: ${file} must hold ${key}, got ${keys}. Is it the course's file?`);
  };
  const row = (labels: Tensor): Tensor => labels.reshape([1, -1]).astype("float64"); // (m,) -> (1, m)
  return {
    trainX: set(train, courseTrain, "train_set_x"),
    trainY: row(set(train, courseTrain, "train_set_y")),
    testX: set(test, courseTest, "test_set_x"),
    testY: row(set(test, courseTest, "test_set_y")),
    classes: train.texts.list_classes ?? ["non-cat", "cat"],
    source: `the course's photographs (${courseTrain}, ${courseTest})`,
  };
}

async function loadDrawings(folder: string, test: "small" | "large"): Promise<Cats> {
  const cats = join(folder, "cats");
  const catalogue = await readCatalogue("loadCats", join(cats, "cats.json"));
  const train = await readSplit("loadCats", cats, catalogue, "train"); // (209, 64, 64, 3), (1, 209)
  const held = await readSplit("loadCats", cats, catalogue, test === "large" ? "test_large" : "test");
  const { classes } = catalogue;
  const source = "the embedded drawings (data/cats)";
  return { trainX: train.X, trainY: train.Y, testX: held.X, testY: held.Y, classes, source };
}
