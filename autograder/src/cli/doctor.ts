// autograder doctor: what holds learners' code on this machine, and what to do about what is missing.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { layersHere } from "../sandbox/canary.js";
import { findDeno } from "../sandbox/deno.js";
import { type Layers, possibleLayers } from "../sandbox/launch.js";
import { tellerOf, useOf } from "../sandbox/usage.js";
import { readArguments, UsageError } from "./arguments.js";
import type { Command } from "./commands.js";

export const doctor: Command = {
  name: "doctor",
  summary: "say what the sandbox is made of here, and how to make it stronger",
  help: `Usage: autograder doctor

Sends the canary into the sandbox, as grading does before the first notebook, and lists the layers that hold. Deno without
permissions is the boundary everywhere; bubblewrap, seccomp and resource limits stand around it on Linux.

Example:
  npx autograder doctor

Exit code: 0 notebooks can be graded here, 1 they cannot, 2 wrong usage.
`,
  run,
};

const cures: Readonly<Record<keyof Layers, string>> = {
  bubblewrap: "install it, as in: sudo apt install bubblewrap; in a container allow user namespaces",
  seccomp: "comes with bubblewrap on x64 and arm64",
  rlimits: "install util-linux (prlimit); until then memory is watched from outside every 20 ms",
};
const titles: Readonly<Record<keyof Layers, string>> = {
  bubblewrap: "bubblewrap",
  seccomp: "seccomp",
  rlimits: "resource limits",
};

async function run(args: readonly string[]): Promise<number> {
  if (readArguments(args, { flags: [], values: [] }).files.length > 0)
    throw new UsageError("doctor: takes no files");
  findDeno();
  const layers = await layersHere();
  process.stdout.write(doctorReport(layers, possibleLayers()[0]!, versions(), memoryWatch()));
  return 0;
}

/** What tells the memory of a running child here; null when nothing does. */
function memoryWatch(): string | null {
  const teller = tellerOf();
  if (!teller) return useOf(process.pid) ? "/proc, every 20 ms" : null;
  const { stdout } = spawnSync(teller.command, teller.args(process.pid), {
    encoding: "utf8",
    windowsHide: true,
  });
  return teller.read(stdout ?? "") === null ? null : `${teller.name}, every 250 ms`;
}

function versions(): string {
  const require = createRequire(import.meta.url);
  const { version } = require("deno/package.json") as { version: string };
  return `Deno ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}

/** @param present - what is installed, whether it works or not */
export function doctorReport(
  layers: Layers,
  present: Layers,
  versions: string,
  watch: string | null,
): string {
  const names = Object.keys(titles) as (keyof Layers)[];
  const lines = names.map((name) => {
    if (layers[name]) return `ok       ${titles[name]}`;
    const why =
      process.platform !== "linux" ? "is for Linux" : present[name] ? "does not work here" : "is missing";
    return `missing  ${titles[name]} ${why}: ${cures[name]}`;
  });
  return [
    versions,
    "ok       Deno without permissions: the canary found everything closed",
    ...lines,
    watch === null
      ? "missing  memory watch: only V8's own heap limit holds; typed arrays may grow"
      : `ok       memory watched from outside: ${watch}`,
    "",
  ].join("\n");
}
