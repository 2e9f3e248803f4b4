// What a test sees instead of a value when the learner's function gave none. Two layers of words: `message` is safe to
// show anywhere; `thrown` comes from the learner's code and is shown only where there is nothing to give away.

export type LearnerFailure =
  | "missing"
  | "callable"
  | "load"
  | "threw"
  | "promise"
  | "refused"
  | "timeout"
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
  readonly thrown: Thrown | null;

  constructor(kind: LearnerFailure, message: string, thrown: Thrown | null = null) {
    super(message);
    this.kind = kind;
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
export function safeClass({ name }: Thrown): string {
  return known.has(name) ? name : "an error";
}
