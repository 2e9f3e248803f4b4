import { describe, it } from "mocha";
import type { Exercises } from "./visible.test.js";

const withDifference = (difference: unknown): Error => Object.assign(new Error("odd"), { difference });

const odd: unknown[] = [
  withDifference({ rung: "shape" }),
  withDifference(1),
  withDifference({ said: [1], maskedSaid: [null] }),
  null,
  { difference: {} },
  Object.defineProperty(new Error("odd"), "difference", {
    get() {
      throw new Error("odder");
    },
  }),
];

export default function hidden(learner: Exercises): void {
  describe("one", () => {
    odd.forEach((thrown, i) => {
      it(`throws odd thing ${i}`, () => {
        learner.one();
        throw thrown;
      });
    });
  });
}
