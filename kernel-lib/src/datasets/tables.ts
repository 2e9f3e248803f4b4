/** Small tables of measurements that ship with the repository: flowers, penguins, houses, handwritten digits. */
import { join } from "node:path";
import { DataError } from "../core/errors.js";
import type { Tensor } from "../core/tensor.js";
import { checkOptions } from "../core/words.js";
import { splitRows } from "../io/csv-rows.js";
import { readBytes } from "../io/files.js";
import { array } from "../ops/creation.js";
import { dataFolder } from "./folder.js";

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

/** Where the data are. */
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
  const rows = await readRows("loadIris", "iris", 150, options);
  const features = ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"];
  return classified(rows, [0, 1, 2, 3], 4, features, ["setosa", "versicolor", "virginica"]);
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
  const rows = await readRows("loadPenguins", "penguins", 344, options);
  const whole = rows.filter((row) => row.slice(2, 6).every((word) => word !== ""));
  const features = ["bill length (mm)", "bill depth (mm)", "flipper length (mm)", "body mass (g)"];
  return classified(whole, [2, 3, 4, 5], 0, features, ["Adelie", "Chinstrap", "Gentoo"]);
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
  const rows = await readRows("loadDigits", "digits", 1797, options);
  const places = Array.from({ length: 64 }, (_, i) => i);
  const features = places.map((i) => `pixel (${Math.floor(i / 8)}, ${i % 8})`);
  return classified(rows, places, 64, features, [..."0123456789"]);
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
  const rows = await readRows("loadHousing", "housing", 47, options);
  const Y = toTensor([rows.map((row) => Number(row[2]))]); // (1, 47)
  return { X: columnsOf(rows, [0, 1]), Y, features: ["size (square feet)", "bedrooms"], classes: [] };
}

/** Rows of words; every row is as long as the first, and there are as many as there should be. */
async function readRows(name: string, set: string, count: number, options: LoadOptions): Promise<string[][]> {
  checkOptions(name, options, ["folder"]);
  const path = join(options.folder ?? dataFolder(), set, `${set}.csv`);
  const text = (await readBytes(name, path)).toString("utf8");
  const rows = splitRows(path, text, ",").map(({ fields }) => fields);
  if (/[a-z]/i.test(rows[0][0])) rows.shift(); // the names of the columns
  const widths = new Set(rows.map((row) => row.length));
  if (rows.length === count && widths.size === 1) return rows;
  throw new DataError(
    `${name}: ${path} must hold ${count} rows of one length, got ${rows.length}. Fetch it from the repository again.`,
  );
}

function classified(
  rows: readonly string[][],
  columns: readonly number[],
  label: number,
  features: string[],
  classes: string[],
): Table {
  const Y = toTensor([rows.map((row) => classes.indexOf(row[label]))]); // (1, m)
  return { X: columnsOf(rows, columns), Y, features, classes };
}

/** Columns of the file as rows of a tensor: (features, m). */
function columnsOf(rows: readonly string[][], columns: readonly number[]): Tensor {
  return toTensor(columns.map((k) => rows.map((row) => Number(row[k]))));
}

function toTensor(values: number[][]): Tensor {
  return array(values, { dtype: "float64" });
}
