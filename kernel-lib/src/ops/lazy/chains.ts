/**
 * Element-wise work on large tensors that waits: when somebody reads a result, the recipes it is made of run as one chain,
 * block by block, and what stood between is not stored. What several results wait for is computed once and stored.
 */
import { makeResultStorage } from "../../core/memory.js";
import type { Recipe, Values } from "../../core/storage.js";
import type { BinaryOp, Rows, Step, UnaryOp } from "../../engines/engine.js";
import { engine } from "../../engines/index.js";
import { isDense, isLine, type Operand, offsetOf, rowStrideOf, stepOf, valuesOf } from "./operand.js";

/** Longer chains are cut, so that nothing waits for ever. */
const mostSteps = 12;

/** op(a) or op(a, b) for `rows` rows of `columns` elements; one row unless something is repeated along rows. */
export class Chain implements Recipe {
  readonly op: UnaryOp | BinaryOp;
  readonly rows: number;
  readonly columns: number;
  readonly a: Operand;
  readonly b: Operand | undefined;
  /** How many operations run when everything that waits is computed. */
  readonly length: number;
  /** It has run as part of another chain: when it is asked for again its result is stored. */
  taken: boolean;

  constructor(op: UnaryOp | BinaryOp, size: number, firstAxis: number, a: Operand, b: Operand | undefined) {
    cut(a, b);
    this.op = op;
    this.rows = rowsOf(firstAxis, a, b);
    this.columns = size / this.rows;
    this.a = a;
    this.b = b;
    this.length = 1 + lengthOf(a) + lengthOf(b);
    this.taken = false;
    addReaders(a, b, 1);
  }

  compute(): Float64Array {
    const { rows, columns } = this;
    return this.computeBy((steps, out) => engine().chain(steps, rows, columns, out));
  }

  /** @param run - leaves in `out` what the steps give */
  computeBy(run: (steps: readonly Step[], out: Float64Array) => void): Float64Array {
    const steps: Step[] = [];
    appendSteps(steps, this, this, 0);
    const out = makeResultStorage("float64", this.rows * this.columns) as Float64Array;
    run(steps, out);
    addReaders(this.a, this.b, -1);
    return out;
  }

  /** The values that are read when this is computed; what is computed on the way in the same run is none. */
  sources(whole: Chain = this): Values[] {
    return [this.a, this.b].flatMap((operand) => {
      const part = operand === undefined ? undefined : partOf(operand, whole);
      const values = valuesOf(operand);
      return part?.sources(whole) ?? (values === undefined ? [] : [values]);
    });
  }
}

function addReaders(a: Operand, b: Operand | undefined, count: number): void {
  for (const values of [valuesOf(a), valuesOf(b)]) if (values !== undefined) values.readers += count;
}

function chainOf(operand: Operand | undefined): Chain | undefined {
  const recipe = valuesOf(operand)?.recipe;
  return recipe instanceof Chain ? recipe : undefined;
}

function lengthOf(operand: Operand | undefined): number {
  return chainOf(operand)?.length ?? 0;
}

/** The steps of `chain`, which is `whole` or a part of it; they leave its result in the slot `into`. */
function appendSteps(steps: Step[], chain: Chain, whole: Chain, into: number): void {
  const a = appendOperand(steps, chain.a, whole, into);
  const b = chain.b === undefined ? undefined : appendOperand(steps, chain.b, whole, into + 1);
  steps.push({ op: chain.op, into, a, b });
}

/** Steps that leave the operand in the slot `into`, or the rows to read it from. */
function appendOperand(steps: Step[], operand: Operand, whole: Chain, into: number): Rows | undefined {
  if (typeof operand === "number")
    return { data: Float64Array.of(operand), offset: 0, rowStride: 0, step: 0 };
  const part = partOf(operand, whole);
  if (part !== undefined) {
    part.taken = true;
    appendSteps(steps, part, whole, into);
    return undefined;
  }
  const data = (valuesOf(operand) as Values).read() as Float64Array;
  return {
    data,
    offset: offsetOf(operand),
    rowStride: rowStrideOf(operand, whole.columns),
    step: stepOf(operand),
  };
}

/** The chain that the operand waits for, if it may run as a part of `whole`. */
function partOf(operand: Operand, whole: Chain): Chain | undefined {
  const part = chainOf(operand);
  const alone = part !== undefined && valuesOf(operand)?.readers === 1 && !part.taken;
  return alone && isPart(operand, part, whole) ? part : undefined;
}

/** Whether the part gives the very elements of `whole`, in the same order and division into rows. */
function isPart(operand: Operand, part: Chain, whole: Chain): boolean {
  const all = isDense(operand) && valuesOf(operand)?.size === whole.rows * whole.columns;
  return all && (part.rows === 1 || part.rows === whole.rows);
}

/** Computes the longer operand when the chain would get too long. */
function cut(a: Operand, b: Operand | undefined): void {
  const [left, right] = [lengthOf(a), lengthOf(b)];
  if (left + right < mostSteps) return;
  valuesOf(left >= right ? a : b)?.read();
}

/** How many rows: one, as many as the first axis is long when something is repeated, or as the parts that wait have. */
function rowsOf(firstAxis: number, a: Operand, b: Operand | undefined): number {
  if (isLine(a) || isLine(b)) return firstAxis;
  return Math.max(chainOf(a)?.rows ?? 1, chainOf(b)?.rows ?? 1);
}
