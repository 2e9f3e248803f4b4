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

/** How many floats lie between two numbers. */
function ulpDistance(a: number, b: number): number {
  if (Object.is(a, b) || a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  const place = (x: number): bigint => {
    const word = new BigInt64Array(Float64Array.of(x).buffer)[0];
    return word < 0n ? -(word & 0x7fffffffffffffffn) : word;
  };
  const distance = place(a) - place(b);
  return Number(distance < 0n ? -distance : distance);
}

/** Same dtype and shape, every element within `ulps` floats. */
export function expectWithinUlps(got: np.Tensor, want: GoldenTensor, ulps: number, label: string): void {
  const wanted = toTensor(want);
  expect(got.dtype, `${label}: dtype`).to.equal(want.dtype);
  expect([...got.shape], `${label}: shape`).to.deep.equal(want.shape);
  const [g, w] = [got.toTypedArray(), wanted.toTypedArray()];
  // a float32 step is 2^29 float64 steps
  const step = want.dtype === "float32" ? 2 ** 29 : 1;
  for (let i = 0; i < g.length; i++) {
    expect(ulpDistance(g[i], w[i]), `${label}[${i}]: ${g[i]} for ${w[i]}, floats apart`).to.be.at.most(
      ulps * step,
    );
  }
}
