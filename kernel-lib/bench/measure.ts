/**
 * Measures the workloads named on the command line (all without names) on the engine of KERNEL_LIB_ENGINE and prints
 * one JSON record: workload -> milliseconds per call, the median of the rounds.
 */
import { kernels } from "./kernels.js";
import { lLayer } from "./l-layer.js";
import { logistic } from "./logistic.js";
import { planar } from "./planar.js";

/** Makes the data and gives what is measured. */
export type Workload = () => () => unknown;

const workloads: Record<string, Workload> = { logistic, planar, lLayer, ...kernels };
const rounds = 7;
const roundMs = 150;

function measure(work: () => unknown): number {
  const calls = Math.max(1, Math.ceil(roundMs / time(work, warmUp(work))));
  const times = Array.from({ length: rounds }, () => time(work, calls)).sort((a, b) => a - b);
  return times[rounds >> 1];
}

/** Lets V8 compile; returns a number of calls that take long enough to be timed. */
function warmUp(work: () => unknown): number {
  const end = performance.now() + roundMs;
  let calls = 0;
  for (; performance.now() < end; calls++) work();
  return calls;
}

function time(work: () => unknown, calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) work();
  return (performance.now() - start) / calls;
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(workloads);
const result = Object.fromEntries(names.map((name) => [name, measure(workloads[name]())]));
console.log(JSON.stringify(result));
