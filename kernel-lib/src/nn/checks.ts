/** What a network's functions ask of their arguments. */
import { DataError, ShapeError } from "../core/errors.js";
import { formatShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { describeValue } from "../core/words.js";

/** Throws unless all are tensors with two axes. */
export function checkMatrices(name: string, given: Record<string, unknown>): void {
  for (const [label, value] of Object.entries(given)) {
    if (!(value instanceof Tensor)) {
      throw new DataError(`${name}: ${label} must be a tensor, got ${describeValue(value)}`);
    }
    if (value.ndim === 2) continue;
    throw new ShapeError(`${name}: ${label} must have two axes, got shape ${formatShape(value.shape)}`);
  }
}

/** Throws unless it is an object with names in it. */
export function checkRecord(name: string, label: string, value: unknown): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Tensor))
    return;
  throw new DataError(`${name}: ${label} must be an object with named tensors, got ${describeValue(value)}`);
}
