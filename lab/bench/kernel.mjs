// npm run bench:kernel: measures our kernel beside stock tslab, ipykernel and Deno's kernel, and writes RESULTS.md.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, scratch } from "../launch/common.mjs";
import { pythonOf } from "../launch/python.mjs";

const share = join(scratch, "bench-kernel");

writeDenoSpec();
const env = {
  ...process.env,
  JUPYTER_PATH: [join(root, "lab", "kernel", "share"), join(root, "lab"), share].join(delimiter),
  DENO_DIR: join(share, "deno"),
  DENO_NO_UPDATE_CHECK: "1",
};
const script = join(root, "lab", "bench", "kernel.py");
const args = [script, ...process.argv.slice(2)];
const { status, signal } = spawnSync(pythonOf(join(root, ".venv")), args, {
  cwd: root,
  env,
  stdio: "inherit",
});
if (signal !== null) console.error(`bench:kernel: Python was ended by ${signal}`);
process.exitCode = status ?? 1;

/** Deno's kernel is its program itself, which comes in a package for this system. */
function writeDenoSpec() {
  const platforms = join(root, "node_modules", "@deno");
  const name = process.platform === "win32" ? "deno.exe" : "deno";
  const program = join(platforms, readdirSync(platforms)[0], name);
  const folder = join(share, "kernels", "deno");
  mkdirSync(folder, { recursive: true });
  const argv = [program, "jupyter", "--kernel", "--conn", "{connection_file}"];
  const spec = { argv, display_name: "Deno", language: "typescript" };
  writeFileSync(join(folder, "kernel.json"), JSON.stringify(spec));
}
