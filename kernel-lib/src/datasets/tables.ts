/** Small tables of measurements that ship with the repository: flowers, penguins, houses, handwritten digits. */
import { join } from "node:path";
import type { Tensor } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { splitRows } from "../io/csv-rows.js";
import { array } from "../ops/creation.js";
import { dataFolder } from "./folder.js";
import { damaged, readShipped } from "./shipped.js";

/** Measurements and what they belong to; examples stand in columns. */
export interface Table {
  /** Measurements, float64, shape (features, m). */
  readonly X: Tensor;
  /** The class of each example as 0, 1, …, or the number to be predicted; float64, shape (1, m). */
  readonly Y: Tensor;
  /** What the rows of X are, with their units. */
  readonly features: string[];
  /** What the classes 0, 1, … are; empty when Y is an amount. */
  readonly classes: string[];
}

export interface LoadOptions {
  /** The data folder; found by `dataFolder` when left out. */
  folder?: string;
}

/**
 * Fisher's and Anderson's irises: sepals and petals in centimetres, three kinds of flower.
 *
 * @returns X (4, 150), Y (1, 150) of 0, 1, 2
 * @throws DataError when the file is missing or damaged
 *
 * @example
 * ```ts
 * const { X, Y, classes } = await np.datasets.loadIris();
 * np.plot.scatter(X.at(2), X.at(3), { labels: Y, classes }).show();
 * ```
 */
export async function loadIris(options: LoadOptions = {}): Promise<Table> {
  const file = await readRows("loadIris", "iris", 150, options);
  const features = ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"];
  return classified(file, [0, 1, 2, 3], 4, features, ["setosa", "versicolor", "virginica"]);
}

/**
 * Penguins of Palmer Station, measured by K. Gorman: bills, flippers and weights of three species. The two of 344 without
 * measurements are left out.
 *
 * @returns X (4, 342), Y (1, 342) of 0, 1, 2
 * @throws DataError when the file is missing or damaged
 *
 * @example
 * ```ts
 * const { X, classes } = await np.datasets.loadPenguins();
 * np.mean(X, { axis: 1 }); // means of bill length, bill depth, flipper length, body mass
 * ```
 */
export async function loadPenguins(options: LoadOptions = {}): Promise<Table> {
  const file = await readRows("loadPenguins", "penguins", 344, options);
  const rows = file.rows.filter((row) => row.slice(2, 6).every((word) => word !== ""));
  const features = ["bill length (mm)", "bill depth (mm)", "flipper length (mm)", "body mass (g)"];
  return classified({ ...file, rows }, [2, 3, 4, 5], 0, features, ["Adelie", "Chinstrap", "Gentoo"]);
}

/**
 * Handwritten digits in 8x8 greys from 0 to 16, unrolled row by row; `X.T.reshape([-1, 8, 8])` are the pictures.
 *
 * @returns X (64, 1797), Y (1, 1797) of 0 to 9
 * @throws DataError when the file is missing or damaged
 *
 * @example
 * ```ts
 * const { X } = await np.datasets.loadDigits();
 * np.plot.images(X.T.slice("0:10").reshape([10, 8, 8]).divide(16)).show();
 * ```
 */
export async function loadDigits(options: LoadOptions = {}): Promise<Table> {
  const file = await readRows("loadDigits", "digits", 1797, options);
  const places = Array.from({ length: 64 }, (_, i) => i);
  const features = places.map((i) => `pixel (${Math.floor(i / 8)}, ${i % 8})`);
  return classified(file, places, 64, features, [..."0123456789"]);
}

/**
 * Houses that nobody lives in: sizes, bedrooms and prices, drawn at random around a straight line, for linear regression.
 *
 * @returns X (2, 47), Y (1, 47): the prices
 * @throws DataError when the file is missing or damaged
 *
 * @example
 * ```ts
 * const { X, Y } = await np.datasets.loadHousing();
 * np.plot.scatter(X.at(0), Y.at(0), { xLabel: "square feet", yLabel: "price" }).show();
 * ```
 */
export async function loadHousing(options: LoadOptions = {}): Promise<Table> {
  const file = await readRows("loadHousing", "housing", 47, options);
  const Y = columnsOf(file, [2]); // (1, 47)
  return { X: columnsOf(file, [0, 1]), Y, features: ["size (square feet)", "bedrooms"], classes: [] };
}

/** A file of measurements, in words; `name` is the loader that asks. */
interface TextTable {
  readonly name: string;
  readonly path: string;
  readonly rows: readonly string[][];
}

/** Every row is as long as the first, and there are as many as there should be. */
async function readRows(name: string, set: string, count: number, options: LoadOptions): Promise<TextTable> {
  checkOptions(name, options, ["folder"]);
  const path = join(options.folder ?? dataFolder(), set, `${set}.csv`);
  const rows = splitLines(name, path, (await readShipped(name, path)).toString("utf8"));
  if (/[a-z]/i.test(rows[0]?.[0] ?? "")) rows.shift(); // the names of the columns
  if (rows.length === count && new Set(rows.map((row) => row.length)).size === 1) return { name, path, rows };
  throw damaged(name, path, `must hold ${count} rows of one length, got ${rows.length}`);
}

function splitLines(name: string, path: string, text: string): string[][] {
  try {
    return splitRows(path, text, ",").map(({ fields }) => fields);
  } catch (cause) {
    throw damaged(name, path, undefined, cause);
  }
}

function classified(
  file: TextTable,
  columns: readonly number[],
  label: number,
  features: string[],
  classes: string[],
): Table {
  const labels = file.rows.map((row) => classes.indexOf(row[label]));
  const stranger = labels.indexOf(-1);
  if (stranger >= 0)
    throw damaged(file.name, file.path, `must name ${classes.join(", ")}, got ${file.rows[stranger][label]}`);
  const Y = array([labels], { dtype: "float64" }); // (1, m)
  return { X: columnsOf(file, columns), Y, features, classes };
}

/** Columns of the file as rows of a tensor: (features, m). */
function columnsOf({ name, path, rows }: TextTable, columns: readonly number[]): Tensor {
  const toNumber = (word: string): number => {
    const value = word.trim() === "" ? Number.NaN : Number(word);
    if (Number.isFinite(value)) return value;
    throw damaged(name, path, `must hold numbers, got ${JSON.stringify(word)}`);
  };
  const values = columns.map((k) => rows.map((row) => toNumber(row[k])));
  return array(values, { dtype: "float64" });
}
