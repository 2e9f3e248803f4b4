// The judge's end of the wire: records without a prototype, tensors of the class that the tests use.
import type { Tensor } from "kernel-lib";
import { type Codec, WireError } from "./format.js";
import { tensorCodec } from "./tensor-codec.js";

const bareRecord = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

export function judgeCodec(TensorOf: typeof Tensor): Codec {
  return tensorCodec(TensorOf, bareRecord);
}

/** For messages that hold no tensors. */
export const plainCodec: Codec = {
  open: () => null,
  make: () => {
    throw new WireError("a tensor where none may be");
  },
  record: bareRecord,
};
