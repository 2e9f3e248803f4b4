/** Where the data are: the folder `data/` of this repository, or the one a user names. */
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DataError } from "../core/errors.js";

/** What makes a folder called `data` ours: the drawn cats or the course's files. */
const marks = ["cats/cats.json", "train_catvnoncat.h5", "test_catvnoncat.h5", "course/train_catvnoncat.h5"];

/**
 * The data folder: the one the environment variable NABLA_DATA names, else the nearest `data/` above the current
 * folder, else the one beside this package.
 *
 * @throws DataError when NABLA_DATA names no folder, or when there is no data folder
 *
 * @example
 * ```ts
 * const picture = await np.io.readImage(`${np.datasets.dataFolder()}/images/chelsea.png`);
 * ```
 */
export function dataFolder(): string {
  const named = process.env.NABLA_DATA;
  if (named) return checkNamed(named);
  const here = dirname(fileURLToPath(import.meta.url));
  for (const start of [process.cwd(), here]) {
    const found = upwards(start).find(isDataFolder);
    if (found) return found;
  }
  throw new DataError(
    `dataFolder: no folder data/ above ${process.cwd()}. Set NABLA_DATA to the folder that holds cats/cats.json.`,
  );
}

function checkNamed(path: string): string {
  const folder = resolve(path);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new DataError(
    `dataFolder: NABLA_DATA must name a folder, got ${path}: there is none. Correct or unset it.`,
  );
}

function isDataFolder(folder: string): boolean {
  return marks.some((mark) => existsSync(join(folder, mark)));
}

/** `data/` in the folder and in each folder above it. */
function upwards(start: string): string[] {
  const parent = dirname(start);
  return [join(start, "data"), ...(parent === start ? [] : upwards(parent))];
}
