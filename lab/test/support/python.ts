// Python programs that drive kernels, as JupyterLab's own environment would run them.

import { join } from "node:path";
import { root, run } from "../../launch/common.mjs";
import { pythonOf } from "../../launch/python.mjs";
import { kernelEnvironment } from "../../launch/server.mjs";

/** Runs .venv's Python; `folder` takes what it writes by the way. */
export function runPython(
  args: string[],
  folder: string,
  more: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  const python = pythonOf(join(root, ".venv"));
  const env = { ...kernelEnvironment(python, join(folder, "runtime")), ...more };
  return run(python, ["-W", "ignore", ...args], { env, cwd: folder });
}
