// A real JupyterLab for a test: the launcher as a user would start it, on a folder of the test's own.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root, scratch } from "../../launch/common.mjs";

/** A new folder below .nabla/: notebooks must lie inside the clone to find kernel-lib. */
export function makeFolder(): string {
  mkdirSync(scratch, { recursive: true });
  return mkdtempSync(join(scratch, "test-"));
}

export interface Lab {
  process: ChildProcess;
  url: string;
  ended: Promise<number | null>;
  /** Ctrl-C, and the wait until all is over. */
  stop(): Promise<number | null>;
}

export const startCommand = join(root, "lab", "launch", "start.mjs");

/** `npm start -- --no-browser --notebooks FOLDER`, up to the printed address. */
export async function startLab(notebooks: string, env: NodeJS.ProcessEnv = {}): Promise<Lab> {
  const args = [startCommand, "--no-browser", "--notebooks", notebooks];
  const state = { NABLA_JUPYTER_STATE: join(notebooks, ".jupyter") };
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...state, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const look = (piece: Buffer): void => {
      output += piece;
      const found = /http:\/\/\S+token=\S+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.once("exit", (code) => reject(new Error(`npm start ended with code ${code}:\n${output}`)));
  });
  const stop = (): Promise<number | null> => {
    child.kill("SIGINT");
    return ended;
  };
  return { process: child, url, ended, stop };
}

/** A request to the server's own interface, like `callLab(lab, "POST", "/api/kernels", {...})`. */
export async function callLab(lab: Lab, method: string, path: string, body?: object): Promise<unknown> {
  const address = new URL(path, lab.url);
  const token = new URL(lab.url).searchParams.get("token");
  const headers = { authorization: `token ${token}`, "content-type": "application/json" };
  const response = await fetch(address, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** All processes that `pid` started, and those that these started. */
export function descendants(pid: number): number[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

/** Waits until `condition` holds; mocha's timeout ends a wait that is in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(50);
}

type Source = { markdown: string } | { code: string; outputs?: object[] };

/** Writes a notebook for the TypeScript kernel. */
export function writeNotebook(file: string, sources: Source[]): void {
  const cells = sources.map((source, index) => {
    const common = { id: `cell-${index}`, metadata: {} };
    if ("markdown" in source) return { ...common, cell_type: "markdown", source: source.markdown };
    const { code, outputs = [] } = source;
    return { ...common, cell_type: "code", execution_count: null, outputs, source: code };
  });
  const kernelspec = { name: "typescript", display_name: "TypeScript", language: "typescript" };
  const metadata = { kernelspec, language_info: { name: "typescript" } };
  writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
}
