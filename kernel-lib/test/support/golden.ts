/**
 * Reads the golden files, which hold what real NumPy gives as bit patterns of float64.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as np from "../../src/core.js";

export interface GoldenTensor {
  dtype: np.DType;
  shape: number[];
  bits?: string;
  sha256?: string;
}

export interface GoldenFile<Case> {
  numpy: string;
  seed: number;
  cases: Case[];
}

export function readGolden<Case>(name: string): GoldenFile<Case> {
  const url = new URL(`../golden/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as GoldenFile<Case>;
}

export function fromBits(bits: string): Float64Array {
  const bytes = Buffer.from(bits, "hex");
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleBE(8 * i));
}

export function toBits(values: ArrayLike<number>): string {
  const bytes = Buffer.alloc(8 * values.length);
  for (let i = 0; i < values.length; i++) bytes.writeDoubleBE(values[i], 8 * i);
  return bytes.toString("hex");
}

/** The golden tensor as a tensor; it must be stored in full. */
export function toTensor({ dtype, shape, bits }: GoldenTensor): np.Tensor {
  return np.fromBuffer(fromBits(bits!), shape).astype(dtype);
}

const anyNaN = /[7f]ff[89a-f]/; // NaN has many bit patterns, only its being NaN counts

/** Same dtype, shape and bits. */
export function expectSameBits(got: np.Tensor | number | boolean, want: GoldenTensor, label: string): void {
  const t = got instanceof np.Tensor ? got : np.array(Number(got));
  if (got instanceof np.Tensor) expect(t.dtype, `${label}: dtype`).to.equal(want.dtype);
  expect([...t.shape], `${label}: shape`).to.deep.equal(want.shape);
  const pattern = toBits(t.toTypedArray());
  if (want.bits === undefined) {
    expect(createHash("sha256").update(pattern).digest("hex"), `${label}: hash of bits`).to.equal(
      want.sha256,
    );
  } else if (!anyNaN.test(want.bits) || pattern !== want.bits) {
    expect(withoutNaNPayload(t.toTypedArray()), `${label}: values`).to.deep.equal(
      withoutNaNPayload(fromBits(want.bits)),
    );
  }
}

/** Values in a form in which NaN equals NaN and -0 differs from 0. */
function withoutNaNPayload(values: ArrayLike<number>): string[] {
  return Array.from(values, (value) => (Object.is(value, -0) ? "-0" : String(value)));
}

/** How many floats of the dtype lie between two numbers; a NaN is as good as another. */
function ulpDistance(dtype: np.DType, a: number, b: number): number {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  const distance = placeOf(dtype, a) - placeOf(dtype, b);
  return Number(distance < 0n ? -distance : distance);
}

/** Where a float stands in the row of all floats of its dtype. */
function placeOf(dtype: np.DType, x: number): bigint {
  if (dtype === "float32") {
    const word = new Int32Array(Float32Array.of(x).buffer)[0];
    return BigInt(word < 0 ? -(word & 0x7fffffff) : word);
  }
  const word = new BigInt64Array(Float64Array.of(x).buffer)[0];
  return word < 0n ? -(word & 0x7fffffffffffffffn) : word;
}

/** Same dtype and shape, every element within `ulps` floats. */
export function expectWithinUlps(
  got: np.Tensor,
  want: GoldenTensor | np.Tensor,
  ulps: number,
  label: string,
): void {
  const wanted = want instanceof np.Tensor ? want : toTensor(want);
  expect(got.dtype, `${label}: dtype`).to.equal(wanted.dtype);
  expect([...got.shape], `${label}: shape`).to.deep.equal([...wanted.shape]);
  const [g, w] = [got.toTypedArray(), wanted.toTypedArray()];
  for (let i = 0; i < g.length; i++) {
    const distance = ulpDistance(got.dtype, g[i], w[i]);
    if (distance > ulps) expect.fail(`${label}[${i}]: ${g[i]} for ${w[i]}, ${distance} floats apart`);
  }
}
