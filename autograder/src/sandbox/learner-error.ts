// What a test sees instead of a value when the learner's function gave none. Two layers of words: `message` is safe to
// show anywhere; `thrown` comes from the learner's code and is shown only where there is nothing to give away.
import type { Said } from "kernel-lib";
import { english, said } from "../messages/say.js";

export type LearnerFailure =
  | "missing"
  | "callable"
  | "class"
  | "load"
  | "gone"
  | "nested"
  | "callbacks"
  | "threw"
  | "promise"
  | "refused"
  | "timeout"
  | "slow"
  | "memory"
  | "unsettled"
  | "died"
  | "protocol";

export interface Thrown {
  readonly name: string;
  readonly message: string;
}

export class LearnerError extends Error {
  override name = "LearnerError";
  readonly kind: LearnerFailure;
  readonly said: Said;
  readonly thrown: Thrown | null;

  /** @param params - of the message `learner.KIND`; `name` is the function's */
  constructor(kind: LearnerFailure, params: Said["params"], thrown: Thrown | null = null) {
    const message = said(`learner.${kind}`, params);
    super(english.all([message]));
    this.kind = kind;
    this.said = message;
    this.thrown = thrown;
  }
}

const known = new Set(
  [
    "Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError",
    "ShapeError AxisError DTypeError DataError",
  ]
    .join(" ")
    .split(" "),
);

/** The class of a thrown thing when it is one everybody knows, else "an error": a name can carry a message too. */
export function safeClass({ name }: Thrown): Said {
  return known.has(name) ? said("text", { text: name }) : said("error.some");
}
