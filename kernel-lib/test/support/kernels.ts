/**
 * The wasm kernels are compiled twice, with fused multiply-and-add and without; their tests run with either.
 */
import { useKernels } from "../../src/engines/wasm/memory.js";
import "../../src/node-wasm.js";

/** Describes the tests once for each kind of kernels. Where the machine does not fuse, both times are the plain ones. */
export function withEitherKernels(tests: () => void): void {
  for (const kind of ["fused", "plain"] as const) {
    describe(`with ${kind} kernels`, () => {
      before(() => useKernels(kind));
      after(() => useKernels("fused"));
      tests();
    });
  }
}
