/** Clothes in 28x28 greys: the first pictures of Fashion-MNIST. */
import { join } from "node:path";
import type { Tensor } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { dataFolder } from "./folder.js";
import { readCatalogue, readSplit } from "./pictures.js";
import type { LoadOptions } from "./tables.js";

/** Pictures and labels to learn from and to test on. */
export interface Fashion {
  /** Pictures to learn from, uint8 in 0..255, shape (2000, 28, 28). */
  readonly trainX: Tensor;
  /** Classes 0 to 9, float64, shape (1, 2000). */
  readonly trainY: Tensor;
  /** Pictures to test on, uint8 in 0..255, shape (500, 28, 28). */
  readonly testX: Tensor;
  /** Classes 0 to 9, float64, shape (1, 500). */
  readonly testY: Tensor;
  /** What the classes are: "T-shirt/top", "Trouser", … */
  readonly classes: string[];
}

/**
 * Loads pictures of clothes, ten kinds of them.
 *
 * @returns trainX (2000, 28, 28), trainY (1, 2000), testX (500, 28, 28), testY (1, 500), classes
 * @throws DataError when a file is missing or damaged
 *
 * @example
 * ```ts
 * const { trainX, trainY, classes } = await np.datasets.loadFashion();
 * classes[trainY.get(0, 0)]; // "Ankle boot"
 * ```
 */
export async function loadFashion(options: LoadOptions = {}): Promise<Fashion> {
  checkOptions("loadFashion", options, ["folder"]);
  const folder = join(options.folder ?? dataFolder(), "fashion");
  const catalogue = await readCatalogue("loadFashion", join(folder, "fashion.json"));
  const train = await readSplit("loadFashion", folder, catalogue, "train");
  const test = await readSplit("loadFashion", folder, catalogue, "test");
  return { trainX: train.X, trainY: train.Y, testX: test.X, testY: test.Y, classes: catalogue.classes };
}
