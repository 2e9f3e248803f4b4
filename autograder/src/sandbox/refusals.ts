// Reasons the child's encoder may give for not sending a value. Only these words are repeated; they carry no values.

const reasons = [
  /^a value contains itself$/,
  /^a list has no entry \d+$/,
  /^a \w{1,12}Array does not travel$/,
  /^a tensor without a shape$/,
  /^a tensor's storage does not fit its shape$/,
  /^a tensor's shape is not made of counts$/,
  /^a tensor has more than 16 axes$/,
  /^a tensor is too large$/,
  /^unknown dtype$/,
  /^more than \d+ (values|instances|lists and records|letters)$/,
  /^a promise while a function of the test runs$/,
  /^nested deeper than \d+ levels$/,
  /^larger than \d+ MB$/,
];

export function safeRefusal(said: unknown): string {
  return typeof said === "string" && reasons.some((r) => r.test(said)) ? said : "it does not travel";
}
