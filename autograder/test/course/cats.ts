// Where the cat pictures are: the embedded drawings alone, and the course's photographs when they are on this machine
// (data/course, or ../shared/data/course beside the repository).
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as np from "kernel-lib";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of the course's own files, if there is one. */
export const photographs: string | undefined = ["data/course", "../shared/data/course"]
  .map((path) => join(root, path))
  .find((folder) => existsSync(join(folder, "train_catvnoncat.h5")));

/** For the titles of tests that need them. */
export const unlessMissing: string = photographs
  ? ""
  : " (skipped: the course's files are not on this machine)";

type Columns = (pictures: np.Tensor) => np.Tensor;

/** (m, 64, 64, 3) to (12288, m), a column per picture. */
const toColumns: Columns = (t) => t.reshape([t.shape[0], -1]).T.divide(255);

export interface Cats {
  X: np.Tensor;
  Y: np.Tensor;
  XTest: np.Tensor;
  YTest: np.Tensor;
}

/** The cats of a folder; without one the drawings, also when the course's files are in data/. */
export async function loadColumns(folder: string | null, columns: Columns = toColumns): Promise<Cats> {
  const { trainX, trainY, testX, testY } = await loadFrom(folder);
  return { X: columns(trainX), Y: trainY, XTest: columns(testX), YTest: testY };
}

async function loadFrom(folder: string | null): Promise<np.datasets.Cats> {
  if (folder !== null) return np.datasets.loadCats({ folder });
  const alone = mkdtempSync(join(tmpdir(), "nabla-cats-"));
  try {
    symlinkSync(join(root, "data", "cats"), join(alone, "cats"), "junction");
    return await np.datasets.loadCats({ folder: alone });
  } finally {
    rmSync(alone, { recursive: true });
  }
}

/** Percent of equal labels, in two decimals. */
export const percent = (got: np.Tensor, want: np.Tensor): string =>
  (100 * np.mean(np.equal(got, want))).toFixed(2);
