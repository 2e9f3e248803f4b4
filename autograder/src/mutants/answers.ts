// Mistakes in the answer as a whole: not a number, zeros, turned on its side, a little off, and arguments written into.
import ts from "typescript";
import type { Edit, Made } from "./edit.js";

/** Declared in front of a cell whose returns are wrapped. */
export const answerHelpers = `
function mutantEvery(value: any, change: (part: any) => any): any {
  if (typeof value === "number" || value instanceof np.Tensor) return change(value);
  if (Array.isArray(value)) return value.map((part) => mutantEvery(part, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mutantEvery(part, change)]));
}
function mutantScaled(value: any, factor: number): any {
  return mutantEvery(value, (part) => (typeof part === "number" ? part * factor : np.multiply(part, factor)));
}
function mutantTurned(value: any): any {
  return mutantEvery(value, (part) => (typeof part === "number" ? part : part.T));
}
function mutantWritten(answer: any, inputs: any[]): any {
  const kept = mutantEvery(answer, (part) => (typeof part === "number" ? part : part.copy()));
  mutantEvery(inputs, (part) => (typeof part === "number" ? part : part.assign(np.add(part, 1))));
  return kept;
}`;

/** Edits that wrap what the function returns. */
export function answerEdits(made: Made): Edit[] {
  const returns = returnsOf(made.body!);
  if (returns.length === 0) return [];
  const wrap = (name: string, around: (answer: string) => string): Edit => ({
    name,
    needsHelpers: true,
    places: returns.map((node) => {
      return { start: node.getStart(), end: node.getEnd(), text: around(node.getText()) };
    }),
  });
  const inputs = made.parameters.map((p) => p.name).filter(ts.isIdentifier);
  const list = inputs.map((name) => name.text).join(", ");
  return [
    wrap("answers NaN", (answer) => `mutantScaled(${answer}, NaN)`),
    wrap("answers 0", (answer) => `mutantScaled(${answer}, 0)`),
    wrap("answers a thousandth too much", (answer) => `mutantScaled(${answer}, 1.001)`),
    ...(givesTensors(made) ? [wrap("answers transposed", (answer) => `mutantTurned(${answer})`)] : []),
    ...(takesTensors(made)
      ? [wrap("writes into its arguments", (a) => `mutantWritten(${a}, [${list}])`)]
      : []),
  ];
}

/** What the function itself returns, not the functions inside it. */
function returnsOf(node: ts.Node): ts.Expression[] {
  if (ts.isReturnStatement(node)) return node.expression ? [node.expression] : [];
  if (ts.isFunctionLike(node)) return [];
  const found: ts.Expression[] = [];
  ts.forEachChild(node, (child) => void found.push(...returnsOf(child)));
  return found;
}

/** Numbers, texts, flags and options cannot be written into in a way that anybody sees. */
function takesTensors(made: Made): boolean {
  const plain = /^(number|string|boolean|Activation|readonly number\[\]|number\[\])$/;
  return made.parameters.some(
    (p) => ts.isIdentifier(p.name) && p.type !== undefined && !plain.test(p.type.getText()),
  );
}

/** Not only numbers: some type in what it says it returns has a name with a capital letter. */
function givesTensors(made: Made): boolean {
  const type = made.type?.getText() ?? "";
  return /[A-Z]/.test(type.replace(/\w+\??:|Promise</g, ""));
}
