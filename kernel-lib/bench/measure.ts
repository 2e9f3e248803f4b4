/**
 * Measures workloads on the engine of KERNEL_LIB_ENGINE: a line of input asks for a round of one (timing.mjs). With --memory
 * prints, for the one named on the command line, one JSON record: the process's peak memory in MB after 500 calls, and on
 * Linux what of it is its own.
 */
import { existsSync, readFileSync } from "node:fs";
import { boundary } from "./boundary.js";
import { kernels } from "./kernels.js";
import { lLayer } from "./l-layer.js";
import { logistic } from "./logistic.js";
import { planar } from "./planar.js";
import { answerRounds } from "./timing.mjs";

/** Makes the data and gives what is measured. */
export type Workload = () => () => unknown;

const workloads: Record<string, Workload> = {
  "import alone": () => () => 0,
  logistic,
  planar,
  lLayer,
  decisionBoundary: boundary,
  "planar, m = 1000": () => planar(1000),
  "planar, m = 10000": () => planar(10_000),
  "planar, m = 100000": () => planar(100_000),
  ...kernels,
};

function peakMemory(work: () => unknown): Record<string, number> {
  for (let i = 0; i < 500; i++) work();
  const peak = process.resourceUsage().maxRSS / 1024;
  return existsSync("/proc/self/status") ? { peak, own: peak - filePages() } : { peak };
}

/** MB of executables and libraries: the system has them once for all processes, and drops them when it needs the room. */
function filePages(): number {
  return Number(/RssFile:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
}

const [flag, name] = process.argv.slice(2);
if (flag === "--memory") {
  console.log(JSON.stringify(peakMemory(workloads[name]())));
} else {
  await answerRounds((workload) => workloads[workload]());
}
