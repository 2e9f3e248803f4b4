/**
 * Reading what several operations take as options.
 */
import type { DType } from "../core/dtype.js";
import { checkDType } from "../core/dtype.js";
import { checkOptions } from "../core/words.js";

/** The dtype of a new tensor. */
export interface DTypeOptions {
  readonly dtype?: DType | undefined;
}

/** The dtype in the options, or `missing`. */
export function readDType(name: string, options: DTypeOptions | undefined, missing: DType): DType {
  checkOptions(name, options, ["dtype"]);
  const dtype = options?.dtype ?? missing;
  checkDType(name, dtype);
  return dtype;
}

/** Numbers of which the last may be missing, and the options behind them: `arange(3, { dtype })`. */
export function splitOptions<O extends object>(
  name: string,
  given: readonly unknown[],
  known: readonly string[],
): [(number | undefined)[], Partial<O>] {
  const last = given[given.length - 1];
  const hasOptions = typeof last === "object" && last !== null;
  if (hasOptions) checkOptions(name, last, known);
  const numbers = (hasOptions ? given.slice(0, -1) : given) as (number | undefined)[];
  return [numbers, hasOptions ? (last as O) : {}];
}
