// What a row of the attack tables says: code that replaces exercises of the vault, and what must come of it.

export interface Attack {
  readonly name: string;
  /** Definitions of some of the vault's functions; the others stay the solution. */
  readonly code: string;
  /** Points of the functions that the code defines; 0 where none is given. */
  readonly points?: Readonly<Record<string, number>>;
  /** What is said of the exercise that lost points, and nothing else is. */
  readonly says?: RegExp;
}

/** Full points of the vault's exercises. */
export const full: Readonly<Record<string, number>> = { secret: 8, scalar: 6, uses: 4, after: 2 };

/** A `scalar` with this body: the attack of most rows. */
export const scalar = (body: string): string => `function scalar(n: number): any {\n${body}\n}`;

/** A `secret` with this body. */
export const secret = (body: string): string => `function secret(x: any, label: string): any {\n${body}\n}`;

/** The right answer, for attacks that stand beside it. */
export const right = `if (label === "") throw new RangeError("label must not be empty");
  const answer: any = { t: np.multiply(x, 2).add(1), tag: [...label].reverse().join("") };`;
