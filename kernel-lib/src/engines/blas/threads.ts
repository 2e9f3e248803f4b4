/**
 * Several threads for a large product. OpenBLAS has some of its own, but gives each some of the columns when a row meets a matrix,
 * so that each reads a part of every row, and they wait for each other many times in a product of matrices: on a machine that
 * has other work, too, each wait may last until the system comes round. Ours wait once, at the end, and sleep soon.
 */
import type { Floats } from "../engine.js";
import type { Blas, Gemm, Gemv, Sharing } from "./library.js";
import { type Helper, Team } from "./team.js";

/** A matrix of so many elements, 2 MiB of float64, is read from far away each time: threads that share it gain. */
const fewestElements = 262144;

/** So many multiplications take a tenth of a millisecond, ten times what it takes to give some of them away. */
const fewestMultiplications = 2_000_000;

/** Of rows, columns or terms that are shared: so that putting the parts together costs little. */
const fewestShared = 128;

/** For a matrix and a vector: memory feeds no more. For matrices: each thread takes 8 MB. */
const [mostForVector, mostForMatrix] = [4, 8];

const noTrans = 111;

/** The same library, in which several threads share large products, if it may take several. */
export function shareOut(blas: Blas): Blas {
  const { sharing, threads: most } = blas;
  if (sharing === undefined || most < 2) return blas;
  const team = new Team(sharing.native);
  let threads = most;
  const use = (wanted: number): void => {
    if (wanted === threads) return;
    threads = wanted;
    sharing.setThreads(wanted);
  };
  const share = <Call extends Product>(
    multiply: (...call: Call) => void,
    which: number,
    mostHere: number,
    isLarge: (call: Call) => boolean,
    split: (call: Call, count: number) => Parts<Call>,
  ) => {
    return (...call: Call): void => {
      const large = isLarge(call);
      const helpers = large ? team.helpers(Math.min(most, mostHere) - 1) : [];
      use(large && helpers.length === 0 ? most : 1);
      if (helpers.length > 0) run(multiply, which, split(call, helpers.length + 1), helpers, sharing);
      else multiply(...call);
    };
  };
  return {
    ...blas,
    dgemm: share(blas.dgemm, 0, mostForMatrix, isLargeGemm, splitGemm),
    sgemm: share(blas.sgemm, 1, mostForMatrix, isLargeGemm, splitGemm),
    dgemv: share(blas.dgemv, 2, mostForVector, isLargeGemv, splitGemv),
    sgemv: share(blas.sgemv, 3, mostForVector, isLargeGemv, splitGemv),
  };
}

type Product = Parameters<Gemm> | Parameters<Gemv>;

/** Calls that make a product together, the first of them in its place; what the others leave in `terms` is added to `sum`. */
interface Parts<Call> {
  readonly calls: readonly Call[];
  readonly sum: Floats;
  readonly terms: readonly Floats[];
}

function run<Call extends Product>(
  multiply: (...call: Call) => void,
  which: number,
  { calls, sum, terms }: Parts<Call>,
  helpers: readonly Helper[],
  sharing: Sharing,
): void {
  const [own, ...others] = calls;
  others.forEach((other, i) => {
    const words = other.map((word) => (typeof word === "number" ? word : sharing.addressOf(word)));
    helpers[i].post(which, words, other);
  });
  multiply(...own);
  others.forEach((other, i) => {
    if (!helpers[i].finish()) multiply(...other);
  });
  for (const term of terms) addTo(sum, term);
}

function addTo(sums: Floats, more: Floats): void {
  for (let i = 0; i < more.length; i++) sums[i] += more[i];
}

function isLargeGemv([, , rows, columns, , , , , , beta, , incY]: Parameters<Gemv>): boolean {
  return rows >= fewestShared && rows * columns >= fewestElements && beta === 0 && incY === 1;
}

/** By rows of the matrix. */
function splitGemv(call: Parameters<Gemv>, count: number): Parts<Parameters<Gemv>> {
  const [order, trans, rows, columns, alpha, a, lda, x, incX, beta, y, incY] = call;
  const isSum = trans !== noTrans;
  const parts = shares(rows, count).map(({ start, size }): Parameters<Gemv> => {
    const [matrix, vector] = [a.subarray(start * lda), isSum ? x.subarray(start * incX) : x];
    const out = !isSum ? y.subarray(start) : start === 0 ? y : y.slice(0, columns);
    return [order, trans, size, columns, alpha, matrix, lda, vector, incX, beta, out, incY];
  });
  return { calls: parts, sum: y, terms: isSum ? parts.slice(1).map((part) => part[10]) : [] };
}

function isLargeGemm([, , , m, n, k, , , , , , beta]: Parameters<Gemm>): boolean {
  return m * n * k >= fewestMultiplications && Math.max(m, n, k) >= fewestShared && beta === 0;
}

/** By the terms of the sums where these are long; else by rows or columns of the result. */
function splitGemm(call: Parameters<Gemm>, count: number): Parts<Parameters<Gemm>> {
  const [order, ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc] = call;
  const isSum = k >= 4 * Math.max(m, n) && ldc === n;
  const byRows = !isSum && m >= n;
  const parts = shares(isSum ? k : byRows ? m : n, count).map(({ start, size }): Parameters<Gemm> => {
    const [i, j, p] = [byRows ? start : 0, isSum || byRows ? 0 : start, isSum ? start : 0];
    const [rows, columns, depth] = [byRows ? size : m, isSum || byRows ? n : size, isSum ? size : k];
    const left = a.subarray(ta === noTrans ? i * lda + p : p * lda + i);
    const right = b.subarray(tb === noTrans ? p * ldb + j : j * ldb + p);
    const out = isSum && start > 0 ? c.slice(0, m * n) : c.subarray(i * ldc + j);
    return [order, ta, tb, rows, columns, depth, alpha, left, lda, right, ldb, beta, out, ldc];
  });
  return { calls: parts, sum: c, terms: isSum ? parts.slice(1).map((part) => part[12]) : [] };
}

/** At most `count` shares in eights, for the kernels' sake; the last has what is left. */
function shares(length: number, count: number): { start: number; size: number }[] {
  const most = Math.ceil(length / count / 8) * 8;
  return Array.from({ length: Math.ceil(length / most) }, (_, i) => ({
    start: i * most,
    size: Math.min(most, length - i * most),
  }));
}
