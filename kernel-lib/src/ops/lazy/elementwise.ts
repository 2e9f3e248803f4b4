/**
 * Element-wise work on float64 that waits until somebody reads it: in the workspace when it is small, else in chains.
 */
import { Storage, Values } from "../../core/storage.js";
import type { Tensor } from "../../core/tensor.js";
import { type BinaryOp, type UnaryOp, type Workspace, workspaceOps } from "../../engines/engine.js";
import { Chain } from "./chains.js";
import {
  isLine,
  maySnapshot,
  type Operand,
  operandOf,
  rowStrideOf,
  stepOf,
  valuesOf,
  wholeOf,
} from "./operand.js";
import { dear, isSmall, makeSmall, placeOf, placeOfNumber, Small, shouldWait, type Task } from "./small.js";

/** From this code on an operation is a function: it counts as many arithmetic operations. */
const firstFunction = workspaceOps.indexOf("exp");

const [add, divide, negative, exp, sigmoid] = (["add", "divide", "negative", "exp", "sigmoid"] as const).map(
  (op) => workspaceOps.indexOf(op),
);

/** op(a) or op(a, b), where something may be repeated for each of the rows. */
class Each implements Task {
  readonly code: number;
  readonly rows: number;
  readonly left: Operand;
  readonly right: Operand | undefined;

  constructor(code: number, left: Operand, right: Operand | undefined, firstAxis: number) {
    this.code = code;
    this.rows = isLine(left) || isLine(right) ? firstAxis : 1;
    this.left = left;
    this.right = right;
  }

  computeAt(out: number, size: number, desk: Workspace): void {
    const { code, rows, left, right } = this;
    const x = code === divide ? argumentOfSigmoid(this) : undefined;
    if (x !== undefined) {
      desk.unary(sigmoid, size, out, placeOf(x));
      return;
    }
    const a = placeOfOperand(left, size);
    if (right === undefined) {
      desk.unary(code, size, out, a);
      return;
    }
    const b = placeOfOperand(right, size);
    const columns = size / rows;
    const [aStep, aRow] = [stepOf(left), rowStrideOf(left, columns)];
    const [bStep, bRow] = [stepOf(right), rowStrideOf(right, columns)];
    for (let i = 0; i < rows; i++) {
      desk.binary(code, columns, out + i * columns, a + i * aRow, aStep, b + i * bRow, bStep);
    }
  }
}

/** x where the recipe is 1 / (1 + exp(-x)) and nobody else waits for a part of it: one kernel takes half the time of four. */
function argumentOfSigmoid({ left, right }: Each): Values | undefined {
  const sum = left === 1 ? partOf(right, add) : undefined;
  const power = sum && partOf(sum.left === 1 ? sum.right : sum.right === 1 ? sum.left : undefined, exp);
  const x = power && partOf(power.left, negative)?.left;
  return x instanceof Values ? x : undefined;
}

function partOf(operand: Operand | undefined, code: number): Each | undefined {
  if (!(operand instanceof Values) || operand.readers !== 1) return undefined;
  const task = operand.recipe instanceof Small ? operand.recipe.task : undefined;
  return task instanceof Each && task.code === code ? task : undefined;
}

/** What is repeated to give `size` elements, like a bias, is likely to be read again. */
function placeOfOperand(operand: Operand, size: number): number {
  if (operand instanceof Values) return placeOf(operand);
  if (typeof operand === "number") return placeOfNumber(operand);
  return placeOf(operand.values, size > 1 && !operand.dense) + operand.offset;
}

/** The code in the workspace of an operation that may wait. The list is short: a Map would take three times as long. */
function codeOf(op: UnaryOp | BinaryOp): number | undefined {
  for (let code = 0; code < workspaceOps.length; code++) if (workspaceOps[code] === op) return code;
  return undefined;
}

/** op(a) that waits, or undefined when it had better not. */
export function waitingUnary(op: UnaryOp, a: Tensor): Tensor | undefined {
  const code = isModel(a) ? codeOf(op) : undefined;
  return code === undefined ? undefined : makeWaiting(op, code, a, wholeOf(a), undefined);
}

/** op(a, b) that waits, or undefined when it had better not. */
export function waitingBinary(op: BinaryOp, a: Tensor | number, b: Tensor | number): Tensor | undefined {
  const model = typeof a === "number" || (typeof b !== "number" && b.size > a.size) ? b : a;
  if (typeof model === "number" || !isModel(model)) return undefined;
  const code = codeOf(op);
  const x = operandOf(a, model);
  const y = operandOf(b, model);
  const known = code !== undefined && x !== undefined && y !== undefined;
  return known ? makeWaiting(op, code, model, x, y) : undefined;
}

function isModel(t: Tensor): boolean {
  return t.dtype === "float64" && t.isContiguous && maySnapshot(t);
}

function makeWaiting(
  op: UnaryOp | BinaryOp,
  code: number,
  model: Tensor,
  a: Operand,
  b: Operand | undefined,
): Tensor | undefined {
  const [x, y] = [valuesOf(a), valuesOf(b)];
  if (!shouldWait(model.size, x, y)) return undefined;
  const small = isSmall(model.size) && fits(x) && fits(y);
  const [size, firstAxis] = [model.size, model.lengths[0]];
  const recipe = small
    ? makeSmall(new Each(code, a, b, firstAxis), size, code >= firstFunction ? dear : 1, x, y)
    : new Chain(op, size, firstAxis, a, b);
  const values = new Values(size, undefined, recipe);
  return model.like(new Storage(values), "float64");
}

function fits(values: Values | undefined): boolean {
  return values === undefined || isSmall(values.size);
}
