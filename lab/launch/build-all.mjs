// The body of `npm run build`.

import { build } from "./builds.mjs";
import { orExplain } from "./common.mjs";
import { alone } from "./lock.mjs";

/** Builds every workspace, stale or not. */
export async function main() {
  await orExplain(() => alone(() => build({ force: true })));
}
