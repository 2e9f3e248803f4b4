/**
 * Element-wise work that waits. An operation on float64 of some size gives a tensor with a recipe; when somebody reads
 * it, the recipes it is made of run as one chain, block by block, and what stood between is not stored. What several
 * results wait for is computed once and stored; what nobody reads is never computed.
 */
import { makeResultStorage } from "../core/memory.js";
import { sameShape } from "../core/shape.js";
import { type Recipe, Storage, Values } from "../core/storage.js";
import { Tensor } from "../core/tensor.js";
import type { BinaryOp, Rows, Step, UnaryOp } from "../engines/engine.js";
import { engine } from "../engines/index.js";

/** Smaller results are computed at once. */
export const fewest = 64;

/** With shorter rows a column or a row beside a matrix is no work for a chain. */
const shortestRow = 48;

/** Longer chains are cut, so that nothing waits for ever. */
const mostSteps = 12;

/** The operations that chains know. */
const chained: ReadonlySet<string> = new Set<BinaryOp | UnaryOp>([
  ...(["add", "subtract", "multiply", "divide", "maximum", "minimum"] as const),
  ...(["negative", "abs", "sqrt", "square", "exp", "log", "tanh"] as const),
]);

/** Values that a recipe counts on: `dense`, element by element, or repeated in each row or along rows. */
interface Operand {
  readonly values: Values;
  readonly offset: number;
  readonly dense: boolean;
  readonly rowStride: number;
  readonly step: number;
}

/** op(a) or op(a, b) for `rows` rows of `columns` elements; one row unless something is repeated along rows. */
class Chain implements Recipe {
  readonly op: UnaryOp | BinaryOp;
  readonly rows: number;
  readonly columns: number;
  readonly a: Operand;
  readonly b: Operand | undefined;
  /** How many operations run when everything that waits is computed. */
  readonly length: number;
  /** It has run as part of another chain: when it is asked for again its result is stored. */
  taken: boolean;

  constructor(op: UnaryOp | BinaryOp, rows: number, columns: number, a: Operand, b: Operand | undefined) {
    this.op = op;
    this.rows = rows;
    this.columns = columns;
    this.a = a;
    this.b = b;
    this.length = 1 + lengthOf(a) + (b === undefined ? 0 : lengthOf(b));
    this.taken = false;
  }

  compute(): Float64Array {
    const steps: Step[] = [];
    appendSteps(steps, this, this, 0);
    const out = makeResultStorage("float64", this.rows * this.columns) as Float64Array;
    engine().chain(steps, this.rows, this.columns, out);
    this.a.values.readers -= 1;
    if (this.b !== undefined) this.b.values.readers -= 1;
    return out;
  }
}

function chainOf({ values }: Operand): Chain | undefined {
  return values.recipe instanceof Chain ? values.recipe : undefined;
}

function lengthOf(operand: Operand): number {
  return chainOf(operand)?.length ?? 0;
}

/** The steps of `chain`, which is `whole` or a part of it; they leave its result in the slot `into`. */
function appendSteps(steps: Step[], chain: Chain, whole: Chain, into: number): void {
  const a = appendOperand(steps, chain.a, whole, into);
  const b = chain.b && appendOperand(steps, chain.b, whole, into + 1);
  steps.push({ op: chain.op, into, a, b });
}

/** Steps that leave the operand in the slot `into`, or the rows to read it from. */
function appendOperand(steps: Step[], operand: Operand, whole: Chain, into: number): Rows | undefined {
  const { values, offset, dense, step } = operand;
  const part = chainOf(operand);
  if (part !== undefined && values.readers === 1 && !part.taken && isPart(operand, part, whole)) {
    part.taken = true;
    appendSteps(steps, part, whole, into);
    return undefined;
  }
  const rowStride = dense ? whole.columns : operand.rowStride;
  return { data: values.read() as Float64Array, offset, rowStride, step };
}

/** Whether the part gives the very elements of `whole`, in the same order and division into rows. */
function isPart({ values, offset, dense }: Operand, part: Chain, whole: Chain): boolean {
  const all = dense && offset === 0 && values.size === whole.rows * whole.columns;
  return all && (part.rows === 1 || part.rows === whole.rows);
}

/** op(a) that waits, or undefined when it is nothing for a chain. */
export function waitingUnary(op: UnaryOp, a: Tensor): Tensor | undefined {
  if (!chained.has(op) || !isModel(a)) return undefined;
  return makeWaiting(op, a, operandOf(a, a) as Operand, undefined);
}

/** op(a, b) that waits, or undefined when it is nothing for a chain. */
export function waitingBinary(op: BinaryOp, a: Tensor | number, b: Tensor | number): Tensor | undefined {
  const model = typeof a === "number" || (typeof b !== "number" && b.size > a.size) ? b : a;
  if (typeof model === "number" || !isModel(model) || !chained.has(op)) return undefined;
  const [x, y] = [operandOf(a, model), operandOf(b, model)];
  return x && y && makeWaiting(op, model, x, y);
}

function isModel(t: Tensor): boolean {
  return t.size >= fewest && t.dtype === "float64" && t.isContiguous && maySnapshot(t);
}

/** Whether values may be counted on. If others write, all memory is copied: it must not be much more than is read. */
export function maySnapshot({ memory, size }: Tensor): boolean {
  return !memory.exposed && size * 8 >= memory.values.size;
}

/** One side of an operation whose result has the shape of `model`, or undefined when it is none that rows can show. */
function operandOf(side: Tensor | number, model: Tensor): Operand | undefined {
  if (typeof side === "number") return numberOperand(side);
  const { memory, offset, shape } = side;
  if (side.dtype !== "float64" || !maySnapshot(side) || side.ndim > model.ndim) return undefined;
  if (side.size === 1) return { values: memory.values, offset, dense: false, rowStride: 0, step: 0 };
  if (!side.isContiguous) return undefined;
  const columns = model.shape[model.ndim - 1];
  if (side === model || sameShape(shape, model.shape)) {
    return { values: memory.values, offset, dense: true, rowStride: 0, step: 1 };
  }
  if (side.ndim !== 2 || model.ndim !== 2 || columns < shortestRow) return undefined;
  if (shape[0] === model.shape[0] && shape[1] === 1) {
    return { values: memory.values, offset, dense: false, rowStride: 1, step: 0 };
  }
  if (shape[0] !== 1 || shape[1] !== columns) return undefined;
  return { values: memory.values, offset, dense: false, rowStride: 0, step: 1 };
}

function numberOperand(value: number): Operand {
  const data = new Float64Array(1);
  data[0] = value;
  return { values: new Values(1, data, undefined), offset: 0, dense: false, rowStride: 0, step: 0 };
}

function makeWaiting(op: UnaryOp | BinaryOp, model: Tensor, a: Operand, b: Operand | undefined): Tensor {
  const size = model.size;
  cut(a, b);
  const rows = rowsOf(model, a, b);
  const recipe = new Chain(op, rows, size / rows, a, b);
  a.values.readers += 1;
  if (b !== undefined) b.values.readers += 1;
  const values = new Values(size, undefined, recipe);
  return new Tensor(new Storage(values), "float64", model.shape, model.strides);
}

/** Computes the longer operand when the chain would get too long. */
function cut(a: Operand, b: Operand | undefined): void {
  const [left, right] = [lengthOf(a), b === undefined ? 0 : lengthOf(b)];
  if (left + right < mostSteps) return;
  if (left >= right) a.values.read();
  else b?.values.read();
}

/** How many rows: one, the model's when something is repeated, or as the parts that wait already have. */
function rowsOf(model: Tensor, a: Operand, b: Operand | undefined): number {
  if (isLine(a) || (b !== undefined && isLine(b))) return model.shape[0];
  return Math.max(chainOf(a)?.rows ?? 1, (b && chainOf(b)?.rows) ?? 1);
}

/** A column or a row beside a matrix. */
function isLine({ dense, rowStride, step }: Operand): boolean {
  return !dense && rowStride + step > 0;
}
