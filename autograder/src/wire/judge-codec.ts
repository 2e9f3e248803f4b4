// The judge's end: kernel-lib's own tensors, records without a prototype.
import { Tensor } from "kernel-lib";
import { tensorCodec } from "./tensor-codec.js";

export const judgeCodec = tensorCodec(Tensor, () => Object.create(null) as Record<string, unknown>);
