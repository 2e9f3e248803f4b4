/**
 * Measures workloads on the engine of KERNEL_LIB_ENGINE: each line of input names one and is answered with the milliseconds
 * per call of a round (timing.mjs); with --memory prints, for those named on the command line, one JSON record: workload -> the
 * process's peak memory in MB after 500 calls.
 */
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

function peakMemory(work: () => unknown): number {
  for (let i = 0; i < 500; i++) work();
  return process.resourceUsage().maxRSS / 1024;
}

const [flag, ...names] = process.argv.slice(2);
if (flag === "--memory") {
  console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, peakMemory(workloads[name]())]))));
} else {
  await answerRounds((name) => workloads[name]());
}
