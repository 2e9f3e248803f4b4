// Which workspaces must be built anew: those whose sources, or sources they take in, changed since their last build.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, npm, root, say, scratch, secondsSince, Trouble } from "./common.mjs";

/**
 * @typedef {{ name: string, makes: string, from: string[] }} Unit
 * `makes`: the folder a build fills; `from`: files and folders it reads.
 */

const shared = ["package-lock.json", "tsconfig.base.json"];
const core = ["src", "bundle.mjs", "package.json", "tsconfig.json"].map((file) => `kernel-lib/${file}`);

/** @type {Unit[]} in the order in which they need each other */
const units = [
  { name: "kernel-lib", makes: "kernel-lib/dist", from: [...shared, ...core] },
  {
    name: "autograder",
    makes: "autograder/dist",
    from: [...shared, ...core, "autograder/src", "autograder/package.json", "autograder/tsconfig.json"],
  },
  {
    name: "lab",
    makes: "lab/extension/dist",
    from: [
      ...shared,
      "lab/package.json",
      "lab/extension/src",
      "lab/extension/build.mjs",
      "lab/extension/tsconfig.json",
    ],
  },
  {
    name: "nabla-kernel",
    makes: "lab/kernel/dist",
    from: [
      ...shared,
      ...["package.json", "tsconfig.json", "typescript.d.cts"].map((file) => `lab/kernel/${file}`),
      ...["protocol", "control", "language", "execute"].map((part) => `lab/kernel/${part}`),
    ],
  },
];

/** @param {{ force?: boolean }} [options] */
export async function build({ force = false } = {}) {
  for (const unit of units) {
    const print = fingerprint(unit.from);
    if (force || !isFresh(unit, print)) await buildUnit(unit, print);
  }
}

/** @param {Unit} unit */
function stampOf(unit) {
  return join(scratch, "built", unit.name);
}

/**
 * @param {Unit} unit
 * @param {string} print
 */
function isFresh(unit, print) {
  const stamp = stampOf(unit);
  return existsSync(join(root, unit.makes)) && existsSync(stamp) && readFileSync(stamp, "utf8") === print;
}

/**
 * The stamp goes first and comes back last: an interrupted build is a stale build.
 *
 * @param {Unit} unit
 * @param {string} print
 */
async function buildUnit(unit, print) {
  const since = Date.now();
  rmSync(stampOf(unit), { force: true });
  const { code, output } = await npm(["run", "build", "--if-present", "--silent", "--workspace", unit.name]);
  if (code !== 0) throw new Trouble(`building ${unit.name} failed:\n${lastLines(output, 40)}`);
  mkdirSync(join(scratch, "built"), { recursive: true });
  writeFileSync(stampOf(unit), print);
  say(`built ${unit.name} in ${secondsSince(since)}`);
}

/**
 * A hash over the names and contents of all files in `paths`.
 *
 * @param {string[]} paths - relative to the clone
 */
function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesIn)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
