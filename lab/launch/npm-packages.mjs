// The locked npm packages, of the clone and of stock tslab. What is installed is compared with the lockfile itself,
// so an interrupted or hand-damaged node_modules is never trusted.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installTrouble, npm, npmCache, root, say, secondsSince, Trouble } from "./common.mjs";

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, resolved?: string }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

const folders = [
  { folder: root, what: "the npm packages" },
  { folder: join(root, "lab", "tslab"), what: "stock tslab" },
];

export async function ensurePackages() {
  for (const { folder, what } of folders) {
    if (!packagesInstalled(folder)) await install(folder, what);
  }
}

/**
 * @param {string} folder
 * @param {string} what
 */
async function install(folder, what) {
  const since = Date.now();
  say(`installing ${what} …`);
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=warn"]; // npm test --silent hands silence on
  const patience = ["--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=10000"];
  const { code, output } = await npm(["ci", ...quiet, ...patience], folder);
  rmSync(npmCache, { recursive: true, force: true });
  if (code !== 0) throw installTrouble(`installing ${what}`, output);
  if (!packagesInstalled(folder))
    throw new Trouble(`installing ${what} gave other packages than the lockfile names`);
  say(`installed ${what} in ${secondsSince(since)}`);
}

/**
 * Whether node_modules holds what the lockfile says: npm's own record, written last, agrees and no folder is missing.
 *
 * @param {string} folder
 */
export function packagesInstalled(folder) {
  const wanted = readLock(join(folder, "package-lock.json"));
  const present = readLock(join(folder, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true; // the workspaces themselves
    const got = present.packages[path];
    if (!got) return entry.optional === true;
    return got.version === entry.version && existsSync(join(folder, path, "package.json"));
  });
}

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
