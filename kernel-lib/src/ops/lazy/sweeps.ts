/**
 * Two products in one pass over a matrix. A step of logistic regression ends with `dw = X dZᵀ` and `w - lr * dw / m`, and the next
 * begins with `wᵀX`: each reads the whole of X, 20 MB in the course, and most of the time goes by waiting for memory. When wᵀX is
 * computed while the new w still waits, each block of X serves both: it gives some of dw, these give some of w, and these meet the
 * block again while it is in the cache.
 */
import { makeResultStorage } from "../../core/memory.js";
import type { Values } from "../../core/storage.js";
import type { Tensor } from "../../core/tensor.js";
import type { Rows, Step } from "../../engines/engine.js";
import { engine } from "../../engines/index.js";
import { Chain } from "./chains.js";
import { type Factor, factorOf, Product, taken } from "./products.js";

/** The row `a` (1, k) times `b` (k, n), when `a` waits for what is made of b times a column; else undefined. */
export function sweep(a: Tensor, b: Tensor): Float64Array | undefined {
  const { values } = a.memory;
  const chain = isWholeRow(a) && values.recipe instanceof Chain ? values.recipe : undefined;
  const column = chain && columnIn(chain, factorOf(b), a.size);
  if (chain === undefined || column === undefined) return undefined;
  const out = makeResultStorage("float64", b.lengths[1]) as Float64Array;
  values.settle(multiplyBoth(out, chain, column));
  return out;
}

function isWholeRow({ lengths, steps, offset, size, memory }: Tensor): boolean {
  return lengths[0] === 1 && steps[1] === 1 && offset === 0 && memory.values.size === size;
}

/** The values, k of them, that wait for the product of b and a column: if the chain waits for nothing else. */
function columnIn(chain: Chain, b: Factor, k: number): Values | undefined {
  if (chain.rows !== 1) return undefined;
  const waiting = new Set(chain.sources().filter(({ recipe }) => recipe !== undefined));
  const [column] = waiting;
  const product = waiting.size === 1 && column.size === k ? column.recipe : undefined;
  const fits = product instanceof Product && product.n === 1 && isSame(product.a, b);
  return fits ? column : undefined;
}

function isSame(a: Factor, b: Factor): boolean {
  const place = a.values === b.values && a.offset === b.offset;
  return place && a.rowStride === b.rowStride && a.columnStride === b.columnStride;
}

/** Leaves the row times the matrix in `out`, and the column in its values; gives the row, which is what the chain computes. */
function multiplyBoth(out: Float64Array, chain: Chain, column: Values): Float64Array {
  const { a, b, m: k, k: n } = column.recipe as Product;
  const [matrix, factor] = [taken(a), taken(b)];
  const products = makeResultStorage("float64", k) as Float64Array;
  column.settle(products); // they are there before the chain reads them
  return chain.computeBy((steps, row) => {
    engine().multiplyRow(k, n, out, row, matrix, (start, count) => {
      const block = { ...matrix, offset: matrix.offset + start * matrix.rowStride };
      engine().matmul(count, n, 1, products, start, block, factor);
      engine().chain(stepsFrom(steps, start), 1, count, row.subarray(start, start + count));
    });
  });
}

/** The steps for the elements from `start` on. */
function stepsFrom(steps: readonly Step[], start: number): Step[] {
  const from = (rows: Rows | undefined): Rows | undefined =>
    rows && { ...rows, offset: rows.offset + start * rows.step };
  return steps.map(({ op, into, a, b }) => ({ op, into, a: from(a), b: from(b) }));
}
