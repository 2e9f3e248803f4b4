// The tensor library that learner's code gets: kernel-lib's core, bundled into this script.
import * as np from "kernel-lib/core";
import { defineProperty, ownKeys } from "../../wire/safe.js";
import { tensorCodec } from "../../wire/tensor-codec.js";

/** What `import * as np from "kernel-lib"` means in the child. */
export const library: object = openCopy(np);

export const codec = tensorCodec(np.Tensor, () => ({}));

/** Names that core does not have (plots, data sets) are undefined, as on any object. */
function openCopy(module: object): object {
  const copy = {};
  for (const key of ownKeys(module))
    defineProperty(copy, key, { value: (module as never)[key], writable: false, enumerable: true });
  return copy;
}
