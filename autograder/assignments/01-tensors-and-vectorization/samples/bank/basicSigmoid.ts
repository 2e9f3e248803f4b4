// %% right
const basicSigmoid = (x: number) => Math.pow(1 + Math.exp(-x), -1);
// %% right
function basicSigmoid(x: number): number {
  if (x < 0) return Math.exp(x) / (1 + Math.exp(x));
  return 1 - Math.exp(-x) / (1 + Math.exp(-x));
}
// %% sign
function basicSigmoid(x: number): number {
  const e = Math.exp(x);
  return 1 / (1 + e);
}
// %% term
const basicSigmoid = (x: number): number => 1 / Math.exp(-x);
// %% fraction
const basicSigmoid = (x: number): number => 1 + Math.exp(-x);
// %% minus
const basicSigmoid = (x: number): number => 1 / (1 - Math.exp(-x));
// %% visible-answer
const basicSigmoid = (x: number): number => 0.5;
// %% function
const basicSigmoid = (x: number): number => 1 / (1 + -x);
