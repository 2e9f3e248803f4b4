// The body of `npm run check`: what can be said about the sources without running them. All checks run, the output
// of those that fail is shown, and one line per check sums up.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { orExplain, root, run, secondsSince } from "./common.mjs";
import { makeReady } from "./make-ready.mjs";

/**
 * @typedef {{ name: string, problems: () => Promise<string> }} Check
 * `problems` gives the output of a check that failed, or "".
 */

/** @type {Check[]} */
const checks = [
  {
    name: "format and lint (biome)",
    problems: tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]),
  },
  { name: "types (tsc)", problems: tool("typescript/bin/tsc", ["-p", "tsconfig.json"]) },
  { name: "types of the extension (tsc)", problems: tool("typescript/bin/tsc", ["-p", "lab/extension"]) },
  {
    name: "reference of kernel-lib (typedoc)",
    problems: tool("typedoc/bin/typedoc", ["--options", "kernel-lib/typedoc.json", "--emit", "none"]),
  },
  { name: "unused code (knip)", problems: tool("knip/bin/knip.js", ["--no-progress"]) },
  ...["kernel-lib", "lab/kernel"].map((folder) => ({
    name: `packaging of ${folder} (publint)`,
    problems: tool("publint/src/cli.js", [folder, "--strict", "--pack", "false"]),
  })),
  { name: "lockfiles", problems: lockfileProblems },
];

export async function main() {
  await orExplain(async () => {
    await makeReady();
    const failed = [];
    for (const { name, problems } of checks) {
      const since = Date.now();
      const output = await problems();
      console.log(`${output === "" ? "ok  " : "FAIL"} ${name}  ${secondsSince(since)}`);
      if (output !== "") failed.push(name);
      if (output !== "") console.log(output.replace(/^/gm, "     "));
    }
    process.exitCode = failed.length > 0 ? 1 : 0;
  });
}

/**
 * A check that is a program in node_modules, run with our Node.
 *
 * @param {string} file - below node_modules
 * @param {string[]} args
 */
function tool(file, args) {
  return async () => {
    const { code, output } = await run(process.execPath, [join(root, "node_modules", file), ...args]);
    return code === 0 ? "" : output.trim() || `exit code ${code}`;
  };
}

/** Lockfiles name packages and hashes, never a registry's address: anyone's registry will do. */
async function lockfileProblems() {
  const files = ["package-lock.json", "lab/tslab/package-lock.json"];
  return files
    .flatMap((file) => (existsSync(join(root, file)) ? addresses(file) : [`${file} is missing`]))
    .join("\n");
}

/** @param {string} file */
function addresses(file) {
  return readFileSync(join(root, file), "utf8")
    .split("\n")
    .flatMap((line, index) =>
      /"resolved": "https?:/.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
    );
}
