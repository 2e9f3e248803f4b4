/**
 * `np.random`: one shared stream, seeded with `np.random.seed(1)`, and RandomState for streams of one's own.
 */
import { RandomState } from "./random-state.js";

const shared = new RandomState();

/** The functions of the shared stream and the class behind them. */
export interface RandomModule {
  readonly RandomState: typeof RandomState;
  readonly seed: RandomState["seed"];
  readonly rand: RandomState["rand"];
  readonly randn: RandomState["randn"];
  readonly uniform: RandomState["uniform"];
  readonly normal: RandomState["normal"];
  readonly randint: RandomState["randint"];
  readonly shuffle: RandomState["shuffle"];
  readonly permutation: RandomState["permutation"];
}

export const random: RandomModule = {
  RandomState,
  seed: shared.seed.bind(shared),
  rand: shared.rand.bind(shared) as RandomState["rand"],
  randn: shared.randn.bind(shared) as RandomState["randn"],
  uniform: shared.uniform.bind(shared) as RandomState["uniform"],
  normal: shared.normal.bind(shared) as RandomState["normal"],
  randint: shared.randint.bind(shared) as RandomState["randint"],
  shuffle: shared.shuffle.bind(shared),
  permutation: shared.permutation.bind(shared),
};
