/**
 * All that a comparison can say, as templates by id, so that a grader can say it in another language.
 * `{name}` stands for a parameter; a parameter may be something said itself.
 */

/** Something said: a phrase's id and what stands for its parameters. */
export interface Said {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number | Said>>;
}

/**
 * The English phrases.
 *
 * @example
 * ```ts
 * np.testing.phrases["clue.rounded"]; // ": it is rounded"
 * ```
 */
export const phrases = {
  "type.wrong": "{name} is {got}, expected {want}",
  "type.return": ". Is a return missing?",
  "type.await": ". Is an await missing?",
  "type.wrap": ". Wrap it with np.array",
  "type.item": ". Take its .item()",
  "kind.tensor": "a tensor of shape {shape}",
  "kind.someTensor": "a tensor",
  "kind.number": "a number",
  "kind.theNumber": "the number {value}",
  "kind.list": "a list",
  "kind.string": "a string",
  "kind.function": "a function",
  "kind.record": "{ {keys} }",
  "kind.other": "a {type}",
  "kind.value": "{value}",
  "kind.somethingElse": "an object",
  "key.missing": "{name} is missing; there is { {keys} }",
  "key.missing.masked": "{name} is missing",
  "shape.wrong": "{name} has shape {got}, expected {want}",
  "shape.length.one": "{name} has 1 element, expected {want}",
  "shape.length": "{name} has {count} elements, expected {want}",
  "shape.transposed": ": it looks transposed",
  "shape.lost": ": an axis of length 1 is lost, keepdims: true keeps it",
  "shape.grown": ": an axis of length 1 has grown, as broadcasting does",
  "shape.total": ": it is the sum over all axes where a sum along one is meant",
  "dtype.wrong": '{name} has dtype {got}, expected {want}. Use .astype("{want}")',
  "finite.one": "{place} is {value}",
  "finite.some": "{place} is {value} ({count} of {size} elements are not finite)",
  "finite.nan": ". NaN comes from 0 / 0, from the log of a negative number, or from 0 times Infinity",
  "finite.infinity": ". Infinity comes from a division by 0, from log(0), or from exp of a large number",
  "values.one": "{place} is {got}, expected {want}",
  "values.some": "{place} is {got}, expected {want} ({count} of {size} elements differ)",
  "values.one.masked": "{name} has the right shape but not the right value",
  "values.all.masked": "{name} has the right shape but no element is right",
  "values.some.masked": "{name} has the right shape but {count} of {size} elements are wrong",
  "values.unequal": "{name} is {got}, expected {want}",
  "values.unequal.masked": "{name} is not what it should be",
  "clue.transposed": ": it looks transposed",
  "clue.reshaped": ": it is reshaped where it should be transposed",
  "clue.order": ": it holds the right numbers in another order",
  "clue.sign": ": the sign is wrong",
  "clue.sum-for-mean": ": it looks like the sum where the mean is meant: divide by m",
  "clue.mean-for-sum": ": it looks like the mean where the sum is meant: it is divided by m once too often",
  "clue.log2": ": it looks like the logarithm to base 2 where the natural one is meant",
  "clue.log10": ": it looks like the logarithm to base 10 where the natural one is meant",
  "clue.half": ": it is half of what it should be",
  "clue.double": ": it is twice what it should be",
  "clue.factor": ": every element is off by the same factor {amount}",
  "clue.factor.masked": ": every element is off by the same factor",
  "clue.constant": ": every element is off by the same amount {amount}",
  "clue.constant.masked": ": every element is off by the same amount",
  "clue.zero": ": it is 0 everywhere",
  "clue.labels": ": it holds probabilities where 0 and 1 are meant",
  "clue.swapped": ": 0 and 1 are swapped",
  "clue.complement": ": it is 1 minus what it should be",
  "clue.reciprocal": ": it is 1 divided by what it should be",
  "clue.square": ": it is the square of what it should be",
  "clue.root": ": it is the square root of what it should be",
  "clue.rounded": ": it is rounded",
} as const;

/**
 * What is said, in the words of a catalogue; English if none is given.
 *
 * @example
 * ```ts
 * const found = np.testing.difference(np.ones(2), np.ones(3), { name: "db" });
 * np.testing.say(found.said); // "db has shape (2,), expected (3,)"
 * np.testing.say(found.said, { ...np.testing.phrases }); // with another catalogue: in another language
 * ```
 */
export function say(said: readonly Said[], catalogue: Readonly<Record<string, string>> = phrases): string {
  return said.map((part) => sayOne(part, catalogue)).join("");
}

function sayOne({ id, params }: Said, catalogue: Readonly<Record<string, string>>): string {
  const template = catalogue[id];
  if (template === undefined) throw new RangeError(`say: no phrase has the id ${id}`);
  return template.replace(/\{(\w+)\}/g, (braces, key: string) => {
    const param = params[key];
    if (param === undefined) return braces;
    return typeof param === "object" ? sayOne(param, catalogue) : String(param);
  });
}
