/**
 * `np.random`: one shared stream, seeded with `np.random.seed(1)`, and streams of one's own: `defaultRng(1)`, and
 * RandomState, the older kind.
 */
import { defaultRng, Generator } from "./generator.js";
import { RandomState } from "./random-state.js";

const shared = new RandomState();

/** The functions of the shared stream, and the classes for streams of one's own. */
export interface RandomModule {
  readonly RandomState: typeof RandomState;
  readonly Generator: typeof Generator;
  readonly defaultRng: typeof defaultRng;
  readonly seed: RandomState["seed"];
  readonly rand: RandomState["rand"];
  readonly randn: RandomState["randn"];
  readonly random: RandomState["random"];
  readonly uniform: RandomState["uniform"];
  readonly standardNormal: RandomState["standardNormal"];
  readonly normal: RandomState["normal"];
  readonly randint: RandomState["randint"];
  readonly choice: RandomState["choice"];
  readonly shuffle: RandomState["shuffle"];
  readonly permutation: RandomState["permutation"];
}

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
