// Visible checks of assignment 04: small examples you can verify with a pencil. The notebook runs them in its CHECK cells.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";

export type Parameters = Record<string, np.Tensor>;
export type Gradients = Record<string, np.Tensor>;
export type Activation = "relu" | "sigmoid";

export interface LinearCache {
  A: np.Tensor;
  W: np.Tensor;
  b: np.Tensor;
}

export interface LayerCache {
  linear: LinearCache;
  activation: { Z: np.Tensor };
}

export interface LayerSlopes {
  dAPrev: np.Tensor;
  dW: np.Tensor;
  db: np.Tensor;
}

/** The functions of this assignment, as the tests call them. */
export interface Exercises {
  initializeParameters(nX: number, nH: number, nY: number): Parameters;
  initializeParametersDeep(layerDims: readonly number[]): Parameters;
  linearForward(A: np.Tensor, W: np.Tensor, b: np.Tensor): { Z: np.Tensor; cache: LinearCache };
  linearActivationForward(
    APrev: np.Tensor,
    W: np.Tensor,
    b: np.Tensor,
    activation: Activation,
  ): { A: np.Tensor; cache: LayerCache };
  lModelForward(X: np.Tensor, parameters: Parameters): { AL: np.Tensor; caches: LayerCache[] };
  computeCost(AL: np.Tensor, Y: np.Tensor): number;
  linearBackward(dZ: np.Tensor, cache: LinearCache): LayerSlopes;
  linearActivationBackward(dA: np.Tensor, cache: LayerCache, activation: Activation): LayerSlopes;
  lModelBackward(AL: np.Tensor, Y: np.Tensor, caches: LayerCache[]): Gradients;
  updateParameters(parameters: Parameters, grads: Gradients, learningRate: number): Parameters;
}

const { assertClose } = np.testing;

/** Fails at the first tensor that is missing or has another shape; values do not matter here. */
function expectShapes(tensors: object, shapes: Record<string, [number, number]>): void {
  for (const [name, shape] of Object.entries(shapes)) {
    const t = (tensors as Record<string, np.Tensor | undefined>)[name];
    assertClose(t && np.multiply(0, t), np.zeros(shape), { name });
  }
}

/** A layer of two units with weights that make the sums easy: Z is 2 and -1 for the first example, 1 and -1 for the second. */
const easy = {
  A: np.array([
    [1, 0],
    [2, 1],
  ]),
  W: np.array([
    [0, 1],
    [1, -1],
  ]),
  b: np.array([[0], [0]]),
};

/** One number in, a relu unit that doubles it, a sigmoid unit that takes off 2: AL is one half for x = 1. */
const tiny: Parameters = {
  W1: np.array([[2]]),
  b1: np.array([[0]]),
  W2: np.array([[1]]),
  b2: np.array([[-2]]),
};

export default function visible(learner: Exercises): void {
  describe("initializeParameters", () => {
    it("gives W1 (2, 3), b1 (2, 1), W2 (1, 2), b2 (1, 1)", () => {
      const parameters = learner.initializeParameters(3, 2, 1);
      expectShapes(parameters, { W1: [2, 3], b1: [2, 1], W2: [1, 2], b2: [1, 1] });
    });

    it("draws W1 first: its first number is 0.01624345, and the biases are zero", () => {
      const { W1, b1, b2 } = learner.initializeParameters(3, 2, 1);
      assertClose(W1.get(0, 0), 0.01624345, { name: "W1[0, 0]", atol: 1e-8 });
      assertClose(b1, np.zeros([2, 1]), { name: "b1" });
      assertClose(b2, np.zeros([1, 1]), { name: "b2" });
    });
  });

  describe("initializeParametersDeep", () => {
    it("gives W and b for every layer after the input", () => {
      const parameters = learner.initializeParametersDeep([5, 4, 3, 1]);
      expectShapes(parameters, { W1: [4, 5], b1: [4, 1], W2: [3, 4], b2: [3, 1], W3: [1, 3], b3: [1, 1] });
      expect(Object.keys(parameters), "number of parameters").to.have.length(6);
    });

    it("draws small weights, layer after layer, and zeros for the biases", () => {
      const { W1, b1, b2 } = learner.initializeParametersDeep([5, 4, 3]);
      assertClose(W1.get(0, 0), 0.01788628, { name: "W1[0, 0]", atol: 1e-8 });
      assertClose(b1, np.zeros([4, 1]), { name: "b1" });
      assertClose(b2, np.zeros([3, 1]), { name: "b2" });
    });
  });

  describe("linearForward", () => {
    it("weighs and adds: 0 · 1 + 1 · 2 = 2, 1 · 1 - 1 · 2 = -1", () => {
      const { Z } = learner.linearForward(easy.A, easy.W, easy.b);
      assertClose(Z, np.array([[2, 1], [-1, -1]]), { name: "Z" }); // biome-ignore format: a matrix
    });

    it("adds each unit's bias to all its examples", () => {
      const { Z } = learner.linearForward(easy.A, easy.W, np.array([[10], [20]]));
      assertClose(Z, np.array([[12, 11], [19, 19]]), { name: "Z" }); // biome-ignore format: a matrix
    });

    it("keeps A, W and b in the cache", () => {
      const { cache } = learner.linearForward(easy.A, easy.W, easy.b);
      assertClose(cache, easy, { name: "cache" });
    });
  });

  describe("linearActivationForward", () => {
    it("bends with relu: what is negative becomes 0", () => {
      const { A } = learner.linearActivationForward(easy.A, easy.W, easy.b, "relu");
      assertClose(A, np.array([[2, 1], [0, 0]]), { name: "A" }); // biome-ignore format: a matrix
    });

    it("bends with the sigmoid: 0 becomes one half", () => {
      const { A } = learner.linearActivationForward(easy.A, np.zeros([3, 2]), np.zeros([3, 1]), "sigmoid");
      assertClose(A, np.full([3, 2], 0.5), { name: "A" });
    });

    it("keeps what both halves need, Z from before the bend", () => {
      const { cache } = learner.linearActivationForward(easy.A, easy.W, easy.b, "relu");
      assertClose(cache.linear, easy, { name: "cache.linear" });
      assertClose(cache.activation.Z, np.array([[2, 1], [-1, -1]]), { name: "cache.activation.Z" }); // biome-ignore format: a matrix
    });
  });

  describe("lModelForward", () => {
    it("goes through relu first, and through the sigmoid at the end", () => {
      const { AL } = learner.lModelForward(np.array([[1, 0, -3]]), tiny);
      assertClose(AL, np.array([[0.5, 1 / (1 + Math.exp(2)), 1 / (1 + Math.exp(2))]]), { name: "AL" });
    });

    it("returns a cache per layer, the first layer's first", () => {
      const { caches } = learner.lModelForward(np.array([[1]]), tiny);
      expect(caches, "caches").to.have.length(2);
      assertClose(caches[0]!.activation.Z, np.array([[2]]), { name: "caches[0].activation.Z" });
      assertClose(caches[1]!.linear.W, tiny.W2, { name: "caches[1].linear.W" });
    });
  });

  describe("computeCost", () => {
    it("is log 2 = 0.6931 when every answer is one half", () => {
      const cost = learner.computeCost(np.full([1, 4], 0.5), np.array([[0, 1, 1, 0]]));
      assertClose(cost, Math.log(2), { name: "cost" });
    });

    it("charges -log 0.9 for a 0 that gets the answer 0.1", () => {
      assertClose(learner.computeCost(np.array([[0.1]]), np.array([[0]])), -Math.log(0.9), { name: "cost" });
    });
  });

  describe("linearBackward", () => {
    const dZ = np.array([[2, 4], [0, 6]]); // biome-ignore format: a matrix

    it("gives slopes shaped like their variables", () => {
      const { dAPrev, dW, db } = learner.linearBackward(np.ones([2, 5]), {
        A: np.ones([3, 5]),
        W: np.ones([2, 3]),
        b: np.ones([2, 1]),
      });
      expectShapes({ dAPrev, dW, db }, { dAPrev: [3, 5], dW: [2, 3], db: [2, 1] });
    });

    it("averages each unit's errors into its own bias: 3 and 3 for [2, 4] and [0, 6]", () => {
      assertClose(learner.linearBackward(dZ, easy).db, np.array([[3], [3]]), { name: "db", m: 2 });
    });

    it("averages error times input into dW", () => {
      const { dW } = learner.linearBackward(dZ, easy);
      assertClose(dW, np.array([[1, 4], [0, 3]]), { name: "dW", m: 2 }); // biome-ignore format: a matrix
    });

    it("sends the errors back along the weights, one example at a time", () => {
      const { dAPrev } = learner.linearBackward(dZ, easy);
      assertClose(dAPrev, np.array([[0, 6], [2, -2]]), { name: "dAPrev", m: 2 }); // biome-ignore format: a matrix
    });
  });

  describe("linearActivationBackward", () => {
    const dA = np.array([[2, 4], [8, 8]]); // biome-ignore format: a matrix

    it("lets nothing through where relu was closed", () => {
      const cache = { linear: easy, activation: { Z: np.array([[2, 1], [-1, -1]]) } }; // biome-ignore format: a matrix
      const { db } = learner.linearActivationBackward(dA, cache, "relu");
      assertClose(db, np.array([[3], [0]]), { name: "db", m: 2 });
    });

    it("lets a quarter through where the sigmoid is one half", () => {
      const cache = { linear: easy, activation: { Z: np.zeros([2, 2]) } };
      const { dAPrev, db } = learner.linearActivationBackward(dA, cache, "sigmoid");
      assertClose(db, np.array([[0.75], [2]]), { name: "db", m: 2 });
      assertClose(dAPrev, np.array([[2, 2], [-1.5, -1]]), { name: "dAPrev", m: 2 }); // biome-ignore format: a matrix
    });
  });

  describe("lModelBackward", () => {
    // x = 1, so A1 = 2, Z2 = 0, AL = 1/2; the label is 1, and the error in Z2 is -1/2
    const layer = (A: number, W: np.Tensor, b: np.Tensor, Z: number): LayerCache => ({
      linear: { A: np.array([[A]]), W, b },
      activation: { Z: np.array([[Z]]) },
    });
    const caches = [layer(1, tiny.W1!, tiny.b1!, 2), layer(2, tiny.W2!, tiny.b2!, 0)];
    const run = (): Gradients => learner.lModelBackward(np.array([[0.5]]), np.array([[1]]), caches);

    it("names the slopes dA0, dW1, db1, dA1, dW2, db2", () => {
      expect(run()).to.include.keys("dA0", "dW1", "db1", "dA1", "dW2", "db2");
    });

    it("sends the error -1/2 back through both layers", () => {
      const grads = run();
      const want = { dW2: -1, db2: -0.5, dA1: -0.5, dW1: -0.5, db1: -0.5, dA0: -1 };
      for (const [name, slope] of Object.entries(want))
        assertClose(grads[name], np.array([[slope]]), { name: `grads.${name}` });
    });
  });

  describe("updateParameters", () => {
    const grads = {
      dA0: np.array([[7]]),
      dW1: np.array([[10]]),
      db1: np.array([[-1]]),
      dA1: np.array([[7]]),
      dW2: np.array([[0]]),
      db2: np.array([[5]]),
    };

    it("takes a step of 0.1 against each slope, in both layers", () => {
      const { W1, b1, W2, b2 } = learner.updateParameters(tiny, grads, 0.1);
      assertClose(
        { W1, b1, W2, b2 },
        { W1: np.array([[1]]), b1: np.array([[0.1]]), W2: np.array([[1]]), b2: np.array([[-2.5]]) },
        { name: "" },
      );
    });
  });
}
