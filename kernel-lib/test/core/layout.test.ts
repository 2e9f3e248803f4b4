import { expect } from "chai";
import { broadcastShapes } from "../../src/core/broadcast.js";
import { promote, promoteNumber } from "../../src/core/dtype.js";
import { formatShape, resolveAxes } from "../../src/core/shape.js";
import { contiguousStrides, loopOrder, makeLoopNest, reshapedStrides } from "../../src/core/strides.js";
import { checkOptions, nearestWord } from "../../src/core/words.js";
import { AxisError, ShapeError } from "../../src/core.js";

describe("promote", () => {
  it("finds the dtype that holds both, in either order", () => {
    expect(promote("uint8", "int32")).to.equal("int32");
    expect(promote("float32", "int32")).to.equal("float64");
    expect(promote("uint8", "float32")).to.equal("float32");
    expect(promote("bool", "bool")).to.equal("bool");
  });

  it("lets plain numbers adapt: whole numbers keep integers, fractions make float64", () => {
    expect(promoteNumber("int32", 2)).to.equal("int32");
    expect(promoteNumber("int32", 0.5)).to.equal("float64");
    expect(promoteNumber("float32", 0.1)).to.equal("float32");
    expect(promoteNumber("bool", 1)).to.equal("int32");
  });
});

describe("shapes", () => {
  it("print as Python prints tuples", () => {
    expect([[], [5], [2, 3]].map(formatShape)).to.deep.equal(["()", "(5,)", "(2, 3)"]);
  });

  it("broadcast from the right", () => {
    expect(broadcastShapes("add", [3, 1], [4])).to.deep.equal([3, 4]);
    expect(broadcastShapes("add", [], [2, 1], [3])).to.deep.equal([2, 3]);
    expect(broadcastShapes("add", [0, 3], [1, 1])).to.deep.equal([0, 3]);
  });

  it("name the clashing axis", () => {
    expect(() => broadcastShapes("add", [3, 1], [2, 4])).to.throw(
      ShapeError,
      "add: shapes (3, 1) and (2, 4) do not broadcast: axis 0 has 3 and 2",
    );
    expect(() => broadcastShapes("add", [2, 3], [2])).to.throw(
      ShapeError,
      "add: shapes (2, 3) and (2,) do not broadcast: axis -1 from the end has 3 and 2",
    );
  });

  it("take negative axes and refuse those outside or given twice", () => {
    expect(resolveAxes("sum", [-1, 0], [2, 3])).to.deep.equal([1, 0]);
    expect(() => resolveAxes("sum", 2, [3, 4])).to.throw(
      AxisError,
      "sum: axis 2 is out of range for shape (3, 4); use -2..1",
    );
    expect(() => resolveAxes("sum", 0, [])).to.throw(AxisError, "a single number has no axes");
    expect(() => resolveAxes("sum", [0, -2], [3, 4])).to.throw(AxisError, "sum: each axis may appear once");
  });
});

describe("strides", () => {
  it("are dense from the right", () => {
    expect(contiguousStrides([2, 3, 4])).to.deep.equal([12, 4, 1]);
  });

  it("put the loop's axes into memory order", () => {
    expect(loopOrder([3, 4], [[1, 3]])).to.deep.equal([1, 0]);
    expect(loopOrder([3, 4], [[4, 1]])).to.deep.equal([0, 1]);
    expect(loopOrder([1, 3], [[1, 1]])).to.deep.equal([0, 1]);
  });

  it("keep the given order when operands disagree", () => {
    const conflict = [
      [1, 3],
      [4, 1],
    ];
    expect(loopOrder([3, 4], conflict)).to.deep.equal([0, 1]);
  });

  it("join neighbouring axes that all operands walk in one stride", () => {
    expect(makeLoopNest([2, 3, 4], [[12, 4, 1]], [0, 1, 2])).to.deep.equal({ shape: [24], strides: [[1]] });
    expect(makeLoopNest([2, 3], [[1, 2]], [1, 0])).to.deep.equal({ shape: [6], strides: [[1]] });
    expect(makeLoopNest([], [[]], [])).to.deep.equal({ shape: [1], strides: [[0]] });
  });

  it("reshape without a copy exactly when the layout allows", () => {
    expect(reshapedStrides([4, 3], [3, 1], [2, 6])).to.deep.equal([6, 1]);
    expect(reshapedStrides([4, 3], [1, 4], [12])).to.equal(null);
    expect(reshapedStrides([4, 3], [6, 2], [2, 2, 3])).to.deep.equal([12, 6, 2]);
    expect(reshapedStrides([4, 3], [6, 1], [2, 6])).to.equal(null);
    expect(reshapedStrides([6], [-1], [2, 3])).to.deep.equal([-3, -1]);
  });
});

describe("checkOptions", () => {
  it("finds the meant option", () => {
    expect(() => checkOptions("sum", { keepDims: true }, ["axis", "keepdims"])).to.throw(
      TypeError,
      "sum: unknown option keepDims. Did you mean keepdims?",
    );
    expect(() => checkOptions("sum", { axes: 1 }, ["axis", "keepdims"])).to.throw("Did you mean axis?");
    expect(() => checkOptions("sum", { foo: 1 }, ["axis", "keepdims"])).to.throw(
      "sum: unknown option foo. It knows axis, keepdims",
    );
  });

  it("refuses a bare number where options belong", () => {
    expect(() => checkOptions("sum", 1, ["axis"])).to.throw(
      TypeError,
      "sum: options are an object like { axis: … }, got 1",
    );
  });

  it("does not guess wildly", () => {
    expect(nearestWord("zzzz", ["axis", "keepdims"])).to.equal(null);
  });
});
