/**
 * Golden files of calls: functions over awkward values in every dtype and layout. See test/golden/calls.py.
 */
import { createHash } from "node:crypto";
import { expect } from "chai";
import * as np from "../../src/core.js";
import { fromBits, readGolden, toBits } from "./golden.js";

interface CallCase {
  call: string;
  args: unknown[];
  /** One for each input: a digest, or "error". */
  results: string;
}

interface CallFile {
  layouts: [number[], string][];
  palettes: Partial<Record<np.DType, string>>;
  cases: CallCase[];
}

export const views: Record<string, (x: np.Tensor) => np.Tensor> = {
  plain: (x) => x,
  backwards: (x) => x.slice("::-1"),
  "every second": (x) => x.slice("::2"),
  transposed: (x) => x.T,
  steps: (x) => x.slice("::2", "::-3"),
  swapped: (x) => x.swapaxes(0, 1),
  stretched: (x) => x.broadcastTo([3, 4]),
};

interface Input {
  label: string;
  x: np.Tensor | undefined;
}

function makeInputs({ layouts, palettes }: CallFile): Input[] {
  const inputs = Object.entries(palettes).flatMap(([dtype, bits]) =>
    layouts.map(([shape, view]) => ({
      label: `${dtype} (${shape}) ${view}`,
      x: views[view](pattern(fromBits(bits), shape).astype(dtype as np.DType)),
    })),
  );
  return inputs.length > 0 ? inputs : [{ label: "no input", x: undefined }];
}

function pattern(palette: Float64Array, shape: number[]): np.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return np.fromBuffer(
    Float64Array.from({ length: size }, (_, i) => palette[(5 * i + 2) % palette.length]),
    shape,
  );
}

/** The arguments with the input in its places. */
function fill(argument: unknown, x: unknown): unknown {
  if (argument === "$x") return x;
  return Array.isArray(argument) ? argument.map((one) => fill(one, x)) : argument;
}

/** What stands behind a digest. */
function describeResult(result: unknown): string {
  if (Array.isArray(result)) return result.map(describeResult).join(";");
  if (!(result instanceof np.Tensor)) return describeResult(np.array(result as number));
  const values = Array.from(result.toTypedArray(), (value) => (Number.isNaN(value) ? NaN : value)); // one NaN of many
  return `${result.dtype}(${result.shape})${toBits(values)}`;
}

type Call = (...args: never[]) => unknown;

/** One test per case: every input gives NumPy's bits, or a named error where NumPy refuses. */
export function testCalls(name: string, more: Record<string, Call> = {}): void {
  const calls = { ...(np as object), ...more } as Record<string, Call>;
  const file = readGolden<CallCase>(name) as unknown as CallFile;
  const inputs = makeInputs(file);
  for (const { call, args, results } of file.cases) {
    it(`${call}(${JSON.stringify(args).slice(1, -1)})`, () => {
      const wanted = results.split(" ");
      expect(wanted).to.have.lengthOf(inputs.length);
      for (const [k, { label, x }] of inputs.entries()) {
        const got = attempt(() => calls[call](...(fill(args, x) as never[])));
        if (got.digest !== wanted[k]) {
          expect.fail(`${label}: expected ${wanted[k]}, got ${got.digest} of ${got.text}`);
        }
        if (got.digest === "error") expect(got.text, label).to.match(/^[a-zA-Z]+: /);
      }
    });
  }
}

/** A digest of what a call gives, or "error". */
export function attempt(call: () => unknown): { digest: string; text: string } {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    return { digest: "error", text: (error as Error).message };
  }
  const text = describeResult(result);
  return { digest: createHash("sha256").update(text).digest("hex").slice(0, 12), text };
}
