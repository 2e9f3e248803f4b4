// The ladder of a test: the first rung that breaks names the failure.

export const rungs = [
  "exists",
  "callable",
  "returns",
  "type",
  "shape",
  "dtype",
  "finite",
  "values",
  "gradient",
  "inputs",
] as const;

export type Rung = (typeof rungs)[number];

export function isRung(value: unknown): value is Rung {
  return rungs.includes(value as Rung);
}
