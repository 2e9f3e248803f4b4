// Canaries stand in what instances are made of, in what functions of the test give, and in what they say when they fail.
import { expect } from "chai";
import { describe, it } from "mocha";
import { canaryLabel, canaryNumber } from "../../canaries.js";
import type { Exercises } from "./visible.test.js";

export default function hidden(learner: Exercises): void {
  describe("Box", () => {
    it("keeps what it is given", () => {
      const box = new learner.Box(canaryNumber, canaryLabel);
      expect(box.label).to.equal(canaryLabel);
      expect(box.value()).to.equal(18 * canaryNumber);
      box.label = "another";
      expect(box.label).to.equal("another");
    });
    it("is itself, and no other", () => {
      const [a, b] = [new learner.Box(1, "a"), new learner.Box(2, "b")];
      expect(a.self()).to.equal(a);
      expect(b.self()).to.equal(b);
      expect([a.value(), b.value(), a.value()]).to.deep.equal([18, 36, 18]);
    });
    it("refuses less than nothing", () => {
      expect(() => new learner.Box(-canaryNumber, "x"))
        .to.throw()
        .with.nested.property("thrown.name", "RangeError");
    });
    it("is made of its class", () => {
      expect(new learner.Box(3, "c")).to.be.instanceOf(learner.Box);
    });
  });

  describe("applied", () => {
    it("asks once, and adds one", () => {
      let calls = 0;
      const f = (x: number): number => 3 * x + canaryNumber * ++calls;
      expect(learner.applied(f, 2)).to.equal(7 + canaryNumber);
      expect(calls).to.equal(1);
    });
    it("asks with what it was given", () => {
      const f = (x: number): number => {
        expect(x, canaryLabel).to.equal(canaryNumber);
        return 5;
      };
      expect(learner.applied(f, canaryNumber)).to.equal(6);
    });
    it("lets errors through", () => {
      const f = (): never => {
        throw new RangeError(canaryLabel);
      };
      expect(learner.applied(() => canaryNumber, 1)).to.equal(canaryNumber + 1);
      expect(() => learner.applied(f, 1))
        .to.throw()
        .with.nested.property("thrown.message", canaryLabel);
    });
    it("may be called by what it calls", () => {
      const f = (x: number): number => (x <= 0 ? canaryNumber : learner.applied(f, x - 1));
      expect(learner.applied(f, 4)).to.equal(canaryNumber + 5);
    });
  });

  describe("eachOf", () => {
    it("tells each, in order", async () => {
      const seen: number[] = [];
      const items = [canaryNumber, 2, 3];
      expect(await learner.eachOf(items, (item) => void seen.push(item))).to.equal(3);
      expect(seen).to.deep.equal(items);
    });
    it("tells nothing of nothing", async () => {
      const never = (): never => expect.fail(canaryLabel);
      expect(await learner.eachOf([], never)).to.equal(0);
    });
  });

  describe("opened", () => {
    it("gives the box back", () => {
      const box = new learner.Box(canaryNumber, canaryLabel);
      const { box: same, value } = learner.opened(box);
      expect(same).to.equal(box);
      expect(value).to.equal(18 * canaryNumber);
    });
  });
}
