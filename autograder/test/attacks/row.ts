// What a row of the attack tables says: code that replaces exercises of the vault, and what must come of it.

export type Vault = "91-vault" | "92-lent";

export interface Attack {
  readonly name: string;
  /** The assignment it is tried on; the vault where none is given. */
  readonly vault?: Vault;
  /** Definitions of some of the vault's functions; the others stay the solution. */
  readonly code: string;
  /** Exercises that the code replaces under another name. */
  readonly drops?: readonly string[];
  /** Points of the functions that the code defines; 0 where none is given. */
  readonly points?: Readonly<Record<string, number>>;
  /** What goes on behind the call may cost more of the tests, by chance. */
  readonly mayLoseMore?: boolean;
  /** What is said of the exercise that lost points, and nothing else is. */
  readonly says?: RegExp;
  /** What is remarked about the notebook. */
  readonly warns?: RegExp;
}

/** Full points of the vaults' exercises. */
const full: Readonly<Record<Vault, Readonly<Record<string, number>>>> = {
  "91-vault": { secret: 8, scalar: 6, uses: 4, after: 2 },
  "92-lent": { Box: 8, applied: 8, eachOf: 4, opened: 2 },
};

/** Full points where an attack is tried. */
export const fullFor = ({ vault = "91-vault" }: Attack): Readonly<Record<string, number>> => full[vault];

/** A `scalar` with this body: the attack of most rows. */
export const scalar = (body: string): string => `function scalar(n: number): any {\n${body}\n}`;

/** A `secret` with this body. */
export const secret = (body: string): string => `function secret(x: any, label: string): any {\n${body}\n}`;

/** The right answer, for attacks that stand beside it. */
export const right = `if (label === "") throw new RangeError("label must not be empty");
  const answer: any = { t: np.multiply(x, 2).add(1), tag: [...label].reverse().join("") };`;
