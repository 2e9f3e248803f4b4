/**
 * One step of a shallow network's training, written in the ways learners write it: each is one run in the workspace, in which
 * no function of an element is computed twice.
 */
import { expect } from "chai";
import * as np from "../../src/core.js";
import { workspaceOps } from "../../src/engines/engine.js";
import { engine } from "../../src/engines/index.js";

interface Parameters {
  W1: np.Tensor;
  b1: np.Tensor;
  W2: np.Tensor;
  b2: np.Tensor;
}

/** One step: changes the parameters, gives the cost. */
type Step = (X: np.Tensor, Y: np.Tensor, p: Parameters) => number;

const m = 300;

function withFunctions(X: np.Tensor, Y: np.Tensor, p: Parameters): number {
  const A1 = np.tanh(np.add(np.dot(p.W1, X), p.b1)); // (4, m)
  const A2 = np.divide(1, np.add(1, np.exp(np.negative(np.add(np.dot(p.W2, A1), p.b2))))); // (1, m)
  const gain = np.add(np.multiply(np.log(A2), Y), np.multiply(np.log(np.subtract(1, A2)), np.subtract(1, Y)));
  const cost = -np.sum(gain) / m;
  const dZ2 = np.subtract(A2, Y);
  update(X, p, A1, dZ2, np.multiply(np.dot(p.W2.T, dZ2), np.subtract(1, np.power(A1, 2))));
  return cost;
}

function withMethods(X: np.Tensor, Y: np.Tensor, p: Parameters): number {
  const A1 = np.tanh(p.W1.dot(X).add(p.b1));
  const rest = np.subtract(1, np.exp(p.W2.dot(A1).add(p.b2).negative()).add(1).power(-1)); // 1 - A2
  const A2 = np.subtract(1, rest);
  const cost = -np.mean(Y.multiply(np.log(A2)).add(np.subtract(1, Y).multiply(np.log(rest))));
  const dZ2 = A2.subtract(Y);
  update(X, p, A1, dZ2, np.subtract(1, np.square(A1)).multiply(p.W2.T.dot(dZ2)));
  return cost;
}

function throughSlopeOfCost(X: np.Tensor, Y: np.Tensor, p: Parameters): number {
  const Z1 = np.matmul(p.W1, X).add(p.b1);
  const A1 = np.tanh(Z1);
  const Z2 = np.matmul(p.W2, A1).add(p.b2);
  const A2 = np.divide(1, np.exp(np.multiply(-1, Z2)).add(1));
  const dA2 = np.divide(np.subtract(1, Y), np.subtract(1, A2)).subtract(np.divide(Y, A2));
  const dZ2 = dA2.multiply(A2).multiply(np.subtract(1, A2));
  const dA1 = np.matmul(p.W2.T, dZ2);
  const cost =
    np.sum(
      np
        .log(A2)
        .multiply(Y)
        .add(np.log(np.subtract(1, A2)).multiply(np.subtract(1, Y))),
    ) / -m;
  update(X, p, A1, dZ2, dA1.subtract(dA1.multiply(A1).multiply(A1)));
  return cost;
}

function update(X: np.Tensor, p: Parameters, A1: np.Tensor, dZ2: np.Tensor, dZ1: np.Tensor): void {
  const mean = (dZ: np.Tensor): np.Tensor => np.sum(dZ, { axis: 1, keepdims: true }).divide(m);
  p.W1 = np.subtract(p.W1, np.multiply(0.5, np.divide(np.dot(dZ1, X.T), m)));
  p.b1 = np.subtract(p.b1, np.multiply(0.5, mean(dZ1)));
  p.W2 = p.W2.subtract(np.dot(dZ2, A1.T).multiply(0.5 / m));
  p.b2 = np.subtract(p.b2, mean(dZ2).multiply(0.5));
}

function start(): { X: np.Tensor; Y: np.Tensor; p: Parameters } {
  const state = new np.RandomState(3);
  const X = state.randn(2, m);
  const Y = np
    .greater(np.multiply(X.at(0), X.at(1)), 0)
    .astype("float64")
    .reshape([1, m]);
  const p = { W1: state.randn(4, 2), b1: np.zeros([4, 1]), W2: state.randn(1, 4), b2: np.zeros([1, 1]) };
  return { X, Y, p };
}

/** Every call of the engine and its workspace while `action` runs, as words: "tanh", "matmul", "get 300". */
function callsOf(action: () => void): string[] {
  const calls: string[] = [];
  const [all, desk] = [engine(), engine().workspace()];
  const saved = [{ ...all }, { ...desk }];
  const spy = (on: object, name: string, words: (call: never[]) => string): void => {
    const original = (on as Record<string, (...call: never[]) => unknown>)[name];
    const heard = (...call: never[]): unknown => {
      calls.push(words(call));
      return original(...call);
    };
    Object.assign(on, { [name]: heard });
  };
  for (const name of ["chain", "unary", "binary", "reduce", "copy"]) spy(all, name, () => `at once: ${name}`);
  spy(all, "matmul", (call) => ((call as unknown[])[3] === desk.memory ? "matmul" : "at once: matmul"));
  for (const name of ["unary", "binary"]) spy(desk, name, (call) => workspaceOps[call[0]]);
  for (const name of ["get", "put"]) spy(desk, name, (call) => `${name} ${(call[0] as Float64Array).length}`);
  try {
    action();
  } finally {
    Object.assign(all, saved[0]);
    Object.assign(desk, saved[1]);
  }
  return calls;
}

const ways: Record<string, Step> = { withFunctions, withMethods, throughSlopeOfCost };

describe("a training step of a shallow network", () => {
  const { X, Y, p: reference } = start();
  const costs = Array.from({ length: 20 }, () => withFunctions(X, Y, reference));

  for (const [name, step] of Object.entries(ways)) {
    it(`${name} learns, and gives what the others give`, () => {
      const { p } = start();
      for (const cost of costs) expect(step(X, Y, p)).to.be.closeTo(cost, 1e-12);
      expect(costs[19]).to.be.below(costs[0]);
      expect(np.allclose(p.W1, reference.W1, { rtol: 1e-10 })).to.equal(true);
    });

    it(`${name} computes everything in the workspace, functions once, and copies out little`, () => {
      const { p } = start();
      for (let i = 0; i < 3; i++) step(X, Y, p);
      const calls = callsOf(() => {
        for (let i = 0; i < 4; i++) step(X, Y, p);
      });
      const count = (word: string): number => calls.filter((call) => call.startsWith(word)).length / 4;
      const exps = count("exp") + count("sigmoid");
      expect([count("tanh"), exps, count("log"), count("matmul")]).to.deep.equal([1, 1, 2, 5]);
      expect(count("at once")).to.be.at.most(1); // power(-1)
      expect(count(`get ${4 * m}`)).to.be.at.most(2); // A1, when it cannot stay in the workspace
      expect(count(`get ${m}`)).to.be.at.most(3);
      expect(count(`put ${2 * m}`)).to.be.below(1); // X stays
    });
  }
});
