// The set-up, in order: npm packages, Python environment, builds. Each step looks first and does nothing when its
// result is there, so a second run costs a fraction of a second.

import { build } from "./builds.mjs";
import { orExplain, say } from "./common.mjs";
import { alone } from "./lock.mjs";
import { ensurePackages } from "./npm-packages.mjs";
import { ensurePython } from "./python.mjs";

/** @returns {Promise<{ python: string }>} the Python that runs JupyterLab */
export function makeReady() {
  return alone(async () => {
    await ensurePackages();
    const python = await ensurePython();
    await build();
    return { python };
  });
}

export async function main() {
  await orExplain(makeReady);
  say("ready");
}
