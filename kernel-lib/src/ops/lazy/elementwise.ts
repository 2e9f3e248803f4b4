/**
 * Element-wise work on float64 that waits until somebody reads it: in the workspace when it is small, else in chains.
 */
import { Storage, Values } from "../../core/storage.js";
import type { Tensor } from "../../core/tensor.js";
import type { BinaryOp, UnaryOp, Workspace } from "../../engines/engine.js";
import { Chain } from "./chains.js";
import {
  isDense,
  isLine,
  maySnapshot,
  type Operand,
  offsetOf,
  operandOf,
  rowStrideOf,
  stepOf,
  valuesOf,
} from "./operand.js";
import { dear, isSmall, placeOf, placeOfNumber, Small, shouldWait } from "./small.js";

const arithmetic = ["add", "subtract", "multiply", "divide", "maximum", "minimum"] as const;
const plain = ["negative", "abs", "sqrt", "square"] as const;

/** Each counts as many arithmetic operations. */
const functions: ReadonlySet<string> = new Set<UnaryOp>(["exp", "log", "tanh"]);

/** The operations that may wait. */
const known: ReadonlySet<string> = new Set<UnaryOp | BinaryOp>([
  ...arithmetic,
  ...plain,
  "exp",
  "log",
  "tanh",
]);

/** op(a) or op(a, b), where something may be repeated for each of the rows. */
class Each extends Small {
  readonly op: UnaryOp | BinaryOp;
  readonly rows: number;
  readonly left: Operand;
  readonly right: Operand | undefined;

  constructor(op: UnaryOp | BinaryOp, size: number, firstAxis: number, a: Operand, b: Operand | undefined) {
    super(size, valuesOf(a), valuesOf(b));
    this.op = op;
    this.rows = isLine(a) || isLine(b) ? firstAxis : 1;
    this.left = a;
    this.right = b;
  }

  protected override computeAt(out: number, desk: Workspace): number {
    const { op, rows, size, left, right } = this;
    const a = placeOfOperand(left, size);
    if (right === undefined) desk.unary(op as UnaryOp, size, out, a);
    else {
      const b = placeOfOperand(right, size);
      const columns = size / rows;
      const [aStep, aRow] = [stepOf(left), rowStrideOf(left, columns)];
      const [bStep, bRow] = [stepOf(right), rowStrideOf(right, columns)];
      for (let i = 0; i < rows; i++) {
        desk.binary(op as BinaryOp, columns, out + i * columns, a + i * aRow, aStep, b + i * bRow, bStep);
      }
    }
    return size * (functions.has(op) ? dear : 1);
  }
}

/** What is repeated to give `size` elements, like a bias, is likely to be read again. */
function placeOfOperand(operand: Operand, size: number): number {
  if (typeof operand === "number") return placeOfNumber(operand);
  return placeOf(valuesOf(operand) as Values, size > 1 && !isDense(operand)) + offsetOf(operand);
}

/** op(a) that waits, or undefined when it had better not. */
export function waitingUnary(op: UnaryOp, a: Tensor): Tensor | undefined {
  if (!known.has(op) || !isModel(a)) return undefined;
  const operand = operandOf(a, a);
  return operand === undefined ? undefined : makeWaiting(op, a, operand, undefined);
}

/** op(a, b) that waits, or undefined when it had better not. */
export function waitingBinary(op: BinaryOp, a: Tensor | number, b: Tensor | number): Tensor | undefined {
  const model = typeof a === "number" || (typeof b !== "number" && b.size > a.size) ? b : a;
  if (typeof model === "number" || !isModel(model) || !known.has(op)) return undefined;
  const x = operandOf(a, model);
  const y = operandOf(b, model);
  return x === undefined || y === undefined ? undefined : makeWaiting(op, model, x, y);
}

function isModel(t: Tensor): boolean {
  return t.dtype === "float64" && t.isContiguous && maySnapshot(t);
}

function makeWaiting(
  op: UnaryOp | BinaryOp,
  model: Tensor,
  a: Operand,
  b: Operand | undefined,
): Tensor | undefined {
  const [x, y] = [valuesOf(a), valuesOf(b)];
  if (!shouldWait(model.size, x, y)) return undefined;
  const small = isSmall(model.size) && fits(x) && fits(y);
  const [size, firstAxis] = [model.size, model.lengths[0]];
  const recipe = small ? new Each(op, size, firstAxis, a, b) : new Chain(op, size, firstAxis, a, b);
  const values = new Values(size, undefined, recipe);
  return model.like(new Storage(values), "float64");
}

function fits(values: Values | undefined): boolean {
  return values === undefined || isSmall(values.size);
}
