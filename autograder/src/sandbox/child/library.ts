// The tensor library that learner's code gets: kernel-lib's core, bundled into this script.
import * as np from "kernel-lib/core";
import { defineProperty, ownKeys } from "../../wire/safe.js";
import { tensorCodec } from "../../wire/tensor-codec.js";

export const codec = tensorCodec(np.Tensor, () => ({}));

/** Plots inside a graded function do no harm: whatever is asked of `np.plot` gives something that can be asked again. */
const silent: object = new Proxy(() => {}, {
  get: (_, key) => (key === "then" || typeof key === "symbol" ? undefined : silent),
  apply: () => silent,
});

/** Other names that core does not have, like data sets, are undefined, as on any object. */
function openCopy(module: object): object {
  const copy = { plot: silent, display: silent };
  for (const key of ownKeys(module))
    defineProperty(copy, key, { value: (module as never)[key], writable: false, enumerable: true });
  return copy;
}

/** What `import * as np from "kernel-lib"` means in the child. */
export const library: object = openCopy(np);
