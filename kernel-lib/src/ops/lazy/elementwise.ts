/**
 * Element-wise work on float64 that waits until somebody reads it: in the workspace when it is small, else in chains.
 */
import { Storage, Values } from "../../core/storage.js";
import type { Tensor } from "../../core/tensor.js";
import type { BinaryOp, UnaryOp, Workspace } from "../../engines/engine.js";
import { Chain } from "./chains.js";
import { isLine, maySnapshot, type Operand, operandOf } from "./operand.js";
import { dear, isSmall, placeOf, placeOfNumber, Small, shouldWait } from "./small.js";

const arithmetic = ["add", "subtract", "multiply", "divide", "maximum", "minimum"] as const;
const plain = ["negative", "abs", "sqrt", "square"] as const;
const functions = ["exp", "log", "tanh"] as const;

/** The operations that may wait, with how many arithmetic operations each counts. */
const work = new Map<BinaryOp | UnaryOp, number>([
  ...[...arithmetic, ...plain].map((op) => [op, 1] as const),
  ...functions.map((op) => [op, dear] as const),
]);

/** op(a) or op(a, b), where something may be repeated for each of the rows. */
class Each extends Small {
  readonly op: UnaryOp | BinaryOp;
  readonly rows: number;
  readonly work: number;
  readonly left: Operand;
  readonly right: Operand | undefined;

  constructor(op: UnaryOp | BinaryOp, size: number, firstAxis: number, a: Operand, b: Operand | undefined) {
    super(size, a.values, b?.values);
    this.op = op;
    this.work = size * (work.get(op) as number);
    this.rows = isLine(a) || (b !== undefined && isLine(b)) ? firstAxis : 1;
    this.left = a;
    this.right = b;
  }

  protected override computeAt(out: number, desk: Workspace): number {
    const { op, rows, size, left, right } = this;
    const a = placeOfOperand(left);
    if (right === undefined) desk.unary(op as UnaryOp, size, out, a);
    else {
      const b = placeOfOperand(right);
      const columns = size / rows;
      for (let i = 0; i < rows; i++) {
        const [x, y] = [a + i * left.rowStride, b + i * right.rowStride];
        desk.binary(op as BinaryOp, columns, out + i * columns, x, left.step, y, right.step);
      }
    }
    return this.work;
  }
}

/** What is repeated, like a bias, is likely to be read again. */
function placeOfOperand({ values, value, offset, dense }: Operand): number {
  return values === undefined ? placeOfNumber(value) : placeOf(values, !dense) + offset;
}

/** op(a) that waits, or undefined when it had better not. */
export function waitingUnary(op: UnaryOp, a: Tensor): Tensor | undefined {
  if (!work.has(op) || !isModel(a)) return undefined;
  const operand = operandOf(a, a);
  return operand && makeWaiting(op, a, operand, undefined);
}

/** op(a, b) that waits, or undefined when it had better not. */
export function waitingBinary(op: BinaryOp, a: Tensor | number, b: Tensor | number): Tensor | undefined {
  const model = typeof a === "number" || (typeof b !== "number" && b.size > a.size) ? b : a;
  if (typeof model === "number" || !isModel(model) || !work.has(op)) return undefined;
  const x = operandOf(a, model);
  const y = x && operandOf(b, model);
  return x && y && makeWaiting(op, model, x, y);
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
  if (!shouldWait(model.size, a.values, b?.values)) return undefined;
  const small = isSmall(model.size) && fits(a) && (b === undefined || fits(b));
  const [size, firstAxis] = [model.size, model.shape[0]];
  const recipe = small ? new Each(op, size, firstAxis, a, b) : new Chain(op, size, firstAxis, a, b);
  const values = new Values(size, undefined, recipe);
  return model.like(new Storage(values), "float64");
}

function fits({ values }: Operand): boolean {
  return values === undefined || isSmall(values.size);
}
