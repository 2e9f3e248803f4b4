// A first assignment that verifies: one exercise, small enough to be thrown away, with everything that a real one has.

/** Files by name. @param id - the assignment's folder and id, like "01-averages" */
export function template(id: string, title: string): Map<string, string> {
  return new Map([
    ["package.json", `${JSON.stringify({ private: true, type: "module" }, null, 2)}\n`],
    ["assignment.json", assignmentJson(id, title)],
    ["notebook.ts", notebook(id, title)],
    ["visible.test.ts", visible(id)],
    ["hidden.test.ts", hidden(id)],
  ]);
}

function assignmentJson(id: string, title: string): string {
  const json = {
    id,
    title,
    version: "1.0.0",
    exercises: [
      {
        name: "centre",
        points: 10,
        calls: [],
        tests: [
          { title: "leaves its input as it was", hint: "Does it write into X? Make a new tensor instead." },
        ],
      },
    ],
    limits: {
      cpuSeconds: 4,
      memoryMb: 512,
      measured: {
        slowestCall: { name: "centre", seconds: 0.005 },
        slowestExercise: { name: "centre", seconds: 0.012 },
      },
    },
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

const notebook = (
  id: string,
  title: string,
): string => `// Assignment ${id} in percent format: solutions stand between BEGIN SOLUTION and END SOLUTION.

// %% [markdown] {"id": "title"}
// # ${title}
//
// **By the end you can** take the mean out of every row of a table.

// %% {"id": "setup", "role": "given"}
import * as np from "kernel-lib";
import { check } from "../lib/check.js";
import visible from "./visible.test.js";

// %% [markdown] {"id": "centre-text"}
// ### Exercise 1: centre
//
// Take from every row of $X$, shape (n, m), the mean of this row: afterwards every row has the mean 0. Hint: with \`keepdims: true\`
// the means are a column of shape (n, 1), which fits to every column of $X$.

// %% {"id": "centre", "role": "exercise"}
// EXERCISE: centre
/** X (n, m) with the mean of every row taken out. */
function centre(X: np.Tensor): np.Tensor {
  // BEGIN SOLUTION (about 2 lines)
  const means = np.mean(X, { axis: 1, keepdims: true }); // (n, 1)
  return np.subtract(X, means); // (n, m) - (n, 1) -> (n, m)
  // END SOLUTION
}

// %% {"id": "check-centre", "role": "check"}
// CHECK: centre
console.log(String(centre(np.array([[1, 2, 3]]))));
await check("centre", visible, { centre: centre });
`;

const visible = (
  id: string,
): string => `// Visible tests of assignment ${id}: the notebook's CHECK cells run them.
import * as np from "kernel-lib";
import { describe, it } from "mocha";

export interface Exercises {
  centre(X: np.Tensor): np.Tensor;
}

const { assertClose } = np.testing;

export default function visible(learner: Exercises): void {
  describe("centre", () => {
    it("takes 2 out of 1, 2, 3", () => {
      assertClose(learner.centre(np.array([[1, 2, 3]])), np.array([[-1, 0, 1]]), { name: "centre(X)" });
    });
  });
}
`;

const hidden = (
  id: string,
): string => `// Hidden tests of assignment ${id}. Expected values come from plain loops, inputs from the submission's seed.
import { expect } from "chai";
import * as np from "kernel-lib";
import { describe, it } from "mocha";
import type { Exercises } from "./visible.test.js";

const { assertClose } = np.testing;

/** One number at a time. */
function centreByHand(X: np.Tensor): np.Tensor {
  const rows = X.toArray() as number[][];
  const mean = (row: number[]): number => row.reduce((sum, value) => sum + value, 0) / row.length;
  return np.array(rows.map((row) => row.map((value) => value - mean(row))));
}

export default function hidden(learner: Exercises, seed = 0): void {
  const draw = (k: number, ...shape: [number, number]): np.Tensor =>
    new np.random.RandomState(1000 * seed + k).randn(...shape);

  describe("centre", () => {
    for (const [n, m] of [
      [3, 4],
      [3, 3],
      [1, 6],
    ] as const) {
      it(\`takes the means out of a (\${n}, \${m}) table\`, () => {
        const X = draw(10 * n + m, n, m);
        assertClose(learner.centre(X), centreByHand(X), { name: "centre(X)", m });
      });
    }

    it("leaves its input as it was", () => {
      const X = draw(5, 2, 5);
      const [before, want] = [X.copy(), centreByHand(X)];
      assertClose(learner.centre(X), want, { name: "centre(X)" });
      expect(np.arrayEqual(X, before), "X must not be changed").to.equal(true);
    });
  });
}
`;
