// A launcher command run to its end, and a stand-in clone for what must not happen to the real one.

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Finished, root, run } from "../../launch/common.mjs";

/** Runs `node [flags] FILE ...args`. */
export function node(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return run(process.execPath, args, { env: { ...process.env, ...env } });
}

/** Links the launcher and the named files of this clone into `folder`. */
export function standInClone(folder: string, files: string[]): string {
  mkdirSync(join(folder, "lab"), { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  for (const file of ["lab/requirements.txt", ...files]) symlinkSync(join(root, file), join(folder, file));
  return folder;
}

/** An executable shell script, for a PATH of the test's own. */
export function writeProgram(folder: string, name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}
