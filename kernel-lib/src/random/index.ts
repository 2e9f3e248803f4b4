/**
 * `np.random`: one shared stream, seeded with `np.random.seed(1)`, and streams of one's own: `defaultRng(1)`, and
 * RandomState, the older kind.
 */
import { defaultRng, Generator } from "./generator.js";
import { RandomState } from "./random-state.js";

const shared = new RandomState();

/** The functions of the shared stream; they are documented at {@link RandomState}. */
export type SharedStream = Pick<
  RandomState,
  | "seed"
  | "rand"
  | "randn"
  | "random"
  | "uniform"
  | "standardNormal"
  | "normal"
  | "randint"
  | "choice"
  | "shuffle"
  | "permutation"
>;

/** The functions of the shared stream, and the classes for streams of one's own. */
export interface RandomModule extends SharedStream {
  /** The older kind of stream. */
  readonly RandomState: typeof RandomState;
  /** The newer kind of stream, which `defaultRng` makes. */
  readonly Generator: typeof Generator;
  /**
   * A stream of one's own of the newer kind, see {@link Generator}.
   *
   * @example
   * ```ts
   * np.random.defaultRng(42).integers(0, 10, 3).toArray(); // [0, 7, 6]
   * ```
   */
  readonly defaultRng: typeof defaultRng;
}

/**
 * `np.random`: random numbers that are NumPy's bit for bit.
 *
 * @example
 * ```ts
 * np.random.seed(1);
 * np.random.randn(2).toArray(); // [1.6243453636632417, -0.6117564136500754]
 * np.random.defaultRng(1).integers(0, 10, 3).toArray(); // [4, 5, 7]
 * ```
 */
export const random: RandomModule = {
  RandomState,
  Generator,
  defaultRng,
  seed: shared.seed.bind(shared),
  rand: shared.rand.bind(shared) as RandomState["rand"],
  randn: shared.randn.bind(shared) as RandomState["randn"],
  random: shared.random.bind(shared) as RandomState["random"],
  uniform: shared.uniform.bind(shared) as RandomState["uniform"],
  standardNormal: shared.standardNormal.bind(shared) as RandomState["standardNormal"],
  normal: shared.normal.bind(shared) as RandomState["normal"],
  randint: shared.randint.bind(shared) as RandomState["randint"],
  choice: shared.choice.bind(shared) as RandomState["choice"],
  shuffle: shared.shuffle.bind(shared),
  permutation: shared.permutation.bind(shared),
};
