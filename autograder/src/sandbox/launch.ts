// The command line that starts a child, and the layers around it. Deno without permissions is the boundary everywhere;
// on Linux bubblewrap takes away the file system, network and other processes, prlimit takes away memory and CPU.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { seccompProgram } from "./seccomp.js";

export interface Limits {
  /** CPU time of one exercise, in seconds. */
  readonly cpuSeconds: number;
  /** Memory beyond what the child itself needs. */
  readonly memoryMb: number;
}

/** Which layers are asked for; `deno` is always there. */
export interface Layers {
  readonly bubblewrap: boolean;
  readonly rlimits: boolean;
  /** Comes with bubblewrap. */
  readonly seccomp: boolean;
}

export interface Programs {
  readonly deno: string;
  readonly child: string;
}

/** V8's code range and thread stacks count as data before anything runs: 570 MB with Deno 2.9 on x64. */
const baseDataMb = 640;

const usualFlags = [
  "run",
  "--quiet",
  "--no-prompt",
  "--no-remote",
  "--no-npm",
  "--no-config",
  "--no-lock",
  "--cached-only",
  "--no-code-cache",
  "--node-modules-dir=none",
];

/**
 * A child lives for a few hundred short calls. V8's own threads and its last compiler would take a quarter of the CPU time to
 * make that code fast; the compilers before it stay, so that a long loop is half as fast at worst.
 */
const v8Flags = ["--single-threaded", "--no-turbofan"];

/** Starts a child; it waits for frames on stdin. */
export function launch(programs: Programs, limits: Limits, layers: Layers): ChildProcess {
  const [command, ...args] = commandLine(programs, limits, layers);
  return withSeccomp(layers, (stdio) =>
    spawn(command!, args, { env: environment(), cwd: "/", stdio, windowsHide: true }),
  );
}

/** Runs a script to its end within the layers. @param flags - of Deno, beside the usual ones. @returns what it printed */
export function runWithin(
  programs: Programs,
  limits: Limits,
  layers: Layers,
  flags: readonly string[],
): string {
  const [command, ...args] = commandLine(programs, limits, layers, flags);
  const options = {
    env: environment(),
    cwd: "/",
    encoding: "utf8",
    timeout: 10_000,
    windowsHide: true,
  } as const;
  return withSeccomp(layers, (stdio) => spawnSync(command!, args, { ...options, stdio })).stdout ?? "";
}

/** Nothing but Deno's cache folder, which nobody can make, root neither: without one Deno would make it in the user's home. */
function environment(): NodeJS.ProcessEnv {
  const windows = process.platform === "win32" ? { SystemRoot: process.env.SystemRoot ?? "C:\\Windows" } : {};
  return { ...windows, DENO_DIR: noCache, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" };
}

const noCache = process.platform === "win32" ? "/nonexistent/deno" : "/dev/null/deno";

/** Where bubblewrap finds the filter. */
const filterFd = 3;

/** Opens the filter, which bubblewrap reads to its end, for one start. */
function withSeccomp<T>({ seccomp }: Layers, start: (stdio: ("pipe" | number)[]) => T): T {
  if (!seccomp) return start(["pipe", "pipe", "pipe"]);
  filter ??= namelessFile(seccompProgram()!);
  const fd = openSync(`/proc/self/fd/${filter}`, "r");
  try {
    return start(["pipe", "pipe", "pipe", fd]);
  } finally {
    closeSync(fd);
  }
}

/** A file that nobody has to remove. */
let filter: number | null = null;

function namelessFile(bytes: Buffer): number {
  const folder = mkdtempSync(join(tmpdir(), "nabla-filter-"));
  const fd = openSync(join(folder, "filter"), "wx+");
  rmSync(folder, { recursive: true });
  writeSync(fd, bytes);
  return fd;
}

function commandLine(
  programs: Programs,
  limits: Limits,
  layers: Layers,
  flags: readonly string[] = [],
): string[] {
  const heap = `--v8-flags=${[`--max-old-space-size=${limits.memoryMb}`, ...v8Flags].join(",")}`;
  const denoFlags = [...usualFlags, ...flags];
  if (!layers.bubblewrap) {
    const deno = [programs.deno, ...denoFlags, heap, programs.child];
    return layers.rlimits ? [findProgram("prlimit")!, ...rlimits(limits), ...deno] : deno;
  }
  const inside = ["/deno", ...denoFlags, heap, "/child.mjs"];
  const limited = layers.rlimits ? ["/prlimit", ...rlimits(limits), ...inside] : inside;
  return [findProgram("bwrap")!, ...bubble(programs, layers), ...limited];
}

/** RLIMIT_DATA, not RLIMIT_AS: V8 reserves far more address space than it uses. */
function rlimits({ cpuSeconds, memoryMb }: Limits): string[] {
  const data = (baseDataMb + memoryMb) * 2 ** 20;
  return [`--data=${data}`, `--cpu=${Math.ceil(cpuSeconds) + 2}`, "--core=0", "--nofile=64", "--"];
}

function bubble(programs: Programs, layers: Layers): string[] {
  const libraries = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"].flatMap((d) => ["--ro-bind-try", d, d]);
  const prlimit = layers.rlimits ? ["--ro-bind", findProgram("prlimit")!, "/prlimit"] : [];
  return [
    ...(layers.seccomp ? ["--seccomp", String(filterFd)] : []),
    ...["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"],
    ...["--setenv", "DENO_DIR", noCache, "--setenv", "NO_COLOR", "1", "--chdir", "/"],
    ...libraries,
    ...prlimit,
    ...["--ro-bind", programs.deno, "/deno", "--ro-bind", programs.child, "/child.mjs"],
    ...["--ro-bind-try", join(dirname(programs.child), "child.txt"), "/child.txt", "--"],
  ];
}

/** The combinations worth trying on this machine, strongest first; the last one, Deno alone, always exists. */
export function possibleLayers(): Layers[] {
  const has = (name: string): boolean => process.platform === "linux" && findProgram(name) !== null;
  const choices = (present: boolean): boolean[] => (present ? [true, false] : [false]);
  return choices(has("bwrap")).flatMap((bubblewrap) =>
    choices(bubblewrap && seccompProgram() !== null).flatMap((seccomp) =>
      choices(has("prlimit")).map((rlimits) => ({ bubblewrap, rlimits, seccomp })),
    ),
  );
}

function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/bin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
