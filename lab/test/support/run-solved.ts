// A solved assignment run from top to bottom by nbclient, as `jupyter execute` would, and what its cells put out.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../../launch/common.mjs";
import { pythonOf } from "../../launch/python.mjs";
import { kernelEnvironment } from "../../launch/server.mjs";
import { makeFolder } from "./lab.js";
import { writeSolved } from "./solved.js";

export interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
}

export interface Cell {
  id: string;
  source: string | string[];
  outputs?: Output[];
  metadata: { nabla?: { role: string; exercise: string } };
}

/**
 * Runs the notebook in a folder of its own, beside the files a learner has.
 *
 * @param kernel - "typescript" is ours, "tslab" the stock one
 * @param data - the folder of the data sets
 */
export async function runSolved(id: string, kernel: string, data = join(root, "data")): Promise<Cell[]> {
  const folder = makeFolder();
  try {
    const path = join(folder, await writeSolved(folder, id));
    const python = pythonOf(join(root, ".venv"));
    const script = join(root, "lab", "test", "run-notebook.py");
    const env = { ...kernelEnvironment(python, join(folder, "runtime")), NABLA_DATA: data };
    const { code, output } = await run(python, ["-W", "ignore", script, path, kernel], { env });
    if (code !== 0) throw new Error(output);
    return JSON.parse(readFileSync(path, "utf8")).cells;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Errors, and what was written to stderr. */
export const complaints = (cells: Cell[]): Output[] =>
  outputsOf(cells).filter((o) => o.output_type === "error" || o.name === "stderr");

export const printed = (cells: Cell[]): string =>
  outputsOf(cells)
    .map((o) => [o.text ?? ""].flat().join(""))
    .join("");

/** The bundles of the figures that were shown. */
export const figuresIn = (cells: Cell[]): Record<string, unknown>[] =>
  outputsOf(cells).flatMap(({ data }) => (data?.["application/vnd.plotly.v1+json"] ? [data] : []));

/** What the text says a check cell prints, and what it printed, for every block headed "Expected". */
export function expectations(cells: Cell[]): { expected: string; got: string }[] {
  const texts = cells.filter((cell) => cell.id.endsWith("-expected"));
  return texts.map((cell) => {
    const block = /```text\n([\s\S]*?\n)```/.exec([cell.source].flat().join(""))![1];
    const check = cells.filter((c) => c.id === cell.id.replace("-expected", "-check"));
    return { expected: block, got: printed(check) };
  });
}

const outputsOf = (cells: Cell[]): Output[] => cells.flatMap((cell) => cell.outputs ?? []);
