/**
 * Random tensors for laws: small shapes, small whole or ordinary numbers, and awkward layouts of the same values.
 */
import * as fc from "fast-check";
import * as np from "../../src/core.js";

const shape: fc.Arbitrary<number[]> = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });

const value: fc.Arbitrary<number> = fc.double({ min: -100, max: 100, noNaN: true });

/** Values for a shape. */
function valuesFor(lengths: readonly number[]): fc.Arbitrary<np.Tensor> {
  const count = lengths.reduce((product, length) => product * length, 1);
  return fc
    .array(value, { minLength: count, maxLength: count })
    .map((values) => np.fromBuffer(Float64Array.from(values), lengths));
}

/** A tensor of random shape and layout. */
export const tensor: fc.Arbitrary<np.Tensor> = fc
  .tuple(shape.chain(valuesFor), fc.nat(3))
  .map(([t, layout]) => inLayout(t, layout));

/** A tensor with at least one axis, and one of its axes. */
export const tensorWithAxis: fc.Arbitrary<[np.Tensor, number]> = tensor
  .filter((t) => t.ndim > 0)
  .chain((t) => fc.tuple(fc.constant(t), fc.integer({ min: -t.ndim, max: t.ndim - 1 })));

/** The same values: plain, laid out by columns, with gaps, or backwards. */
function inLayout(t: np.Tensor, layout: number): np.Tensor {
  if (layout === 1) return t.T.copy().T;
  if (t.ndim === 0 || layout === 0) return t;
  if (layout === 2) return np.repeat(t, 2, { axis: -1 }).slice("...", "::2");
  return np.flip(np.flip(t).copy());
}

/** Two tensors whose shapes broadcast. */
export const broadcastable: fc.Arbitrary<[np.Tensor, np.Tensor]> = shape.chain((lengths) => {
  const thinned = fc
    .tuple(fc.nat(lengths.length), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
    .map(([cut, ones]) => lengths.map((length, axis) => (ones[axis] ? 1 : length)).slice(cut));
  return fc.tuple(valuesFor(lengths), thinned.chain(valuesFor));
});

/** (m, k) and (k, n). */
export const matrices: fc.Arbitrary<[np.Tensor, np.Tensor]> = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
    fc.nat(3),
  )
  .chain(([m, k, n, layout]) =>
    fc.tuple(
      valuesFor([m, k]).map((t) => inLayout(t, layout)),
      valuesFor([k, n]).map((t) => inLayout(t, (layout * 7 + 1) % 4)),
    ),
  );
