/**
 * Several threads for a large matrix times a vector. OpenBLAS gives each of its own some of the columns when it multiplies a row
 * with a matrix, so that each reads a part of every row; here each thread reads whole rows, in half of the time.
 */
import type { Floats } from "../engine.js";
import type { Blas, Gemm, Gemv } from "./library.js";
import { type Helper, type Native, Team } from "./team.js";

/** A matrix of so many elements, 2 MiB of float64, is read from far away each time: threads that share it gain. */
const fewestElements = 262144;

/** So that putting the parts together costs little. */
const fewestRows = 256;

/** Memory feeds no more threads than that. */
const mostThreads = 4;

const noTrans = 111;

/** What sharing takes beside the products. */
export interface Sharing {
  /** The declarations are those of cblas_dgemv and cblas_sgemv. */
  readonly native: Native;
  addressOf(data: Floats): number;
  /** How many threads the library takes for a call from now on, whoever calls. */
  setThreads(threads: number): void;
}

/** The same library, in which several threads share large products with a vector, if it may take several. */
export function shareOut(blas: Blas): Blas {
  const { sharing } = blas;
  if (sharing === undefined || blas.threads < 2) return blas;
  const team = new Team(Math.min(blas.threads, mostThreads) - 1, sharing.native);
  let threads = blas.threads;
  const use = (wanted: number): void => {
    if (wanted === threads) return;
    threads = wanted;
    sharing.setThreads(wanted);
  };
  const whole = (gemm: Gemm): Gemm => {
    return (...product) => {
      use(blas.threads);
      gemm(...product);
    };
  };
  const shared = (gemv: Gemv, which: number): Gemv => {
    return (...product) => {
      const helpers = isLarge(product) ? team.helpers() : [];
      use(helpers.length > 0 ? 1 : blas.threads);
      if (helpers.length > 0) multiply(gemv, which, product, helpers, sharing);
      else gemv(...product);
    };
  };
  return {
    ...blas,
    dgemm: whole(blas.dgemm),
    sgemm: whole(blas.sgemm),
    dgemv: shared(blas.dgemv, 0),
    sgemv: shared(blas.sgemv, 1),
  };
}

type Product = Parameters<Gemv>;

function isLarge([, , rows, columns, , , , , , beta, , incY]: Product): boolean {
  return rows >= fewestRows && rows * columns >= fewestElements && beta === 0 && incY === 1;
}

/** The first share of the rows is this thread's. The parts of a row's product are added in the order of the rows. */
function multiply(gemv: Gemv, which: number, product: Product, helpers: Helper[], sharing: Sharing): void {
  const [order, trans, rows, columns, alpha, a, lda, x, incX, beta, y, incY] = product;
  const share = Math.ceil(rows / (helpers.length + 1) / 8) * 8;
  const part = (start: number, out: Floats): Product => {
    const count = Math.min(share, rows - start);
    const [matrix, vector] = [a.subarray(start * lda), trans === noTrans ? x : x.subarray(start * incX)];
    return [order, trans, count, columns, alpha, matrix, lda, vector, incX, beta, out, incY];
  };
  const starts = helpers.map((_, i) => share * (i + 1));
  const results = starts.map((start) => (trans === noTrans ? y.subarray(start) : y.slice(0, columns)));
  const parts = starts.map((start, i) => part(start, results[i]));
  helpers.forEach((helper, i) => {
    const words = parts[i].map((word) => (typeof word === "number" ? word : sharing.addressOf(word)));
    helper.post(which, words, parts[i]);
  });
  gemv(...part(0, y));
  helpers.forEach((helper, i) => {
    if (!helper.finish()) gemv(...parts[i]);
    if (trans !== noTrans) addTo(y, results[i]);
  });
}

function addTo(sums: Floats, more: Floats): void {
  for (let i = 0; i < more.length; i++) sums[i] += more[i];
}
