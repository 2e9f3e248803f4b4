// Runs an exercise's visible tests in the notebook, with mocha, and says in short lines what holds and what does not.
import Mocha from "mocha";

/**
 * Checks what you wrote for one exercise and prints a line per test.
 *
 * @param name - the exercise, for example "sigmoid"
 * @param tests - the assignment's visible tests
 * @param learner - the functions under test: `{ sigmoid }`
 * @throws CheckFailed when a test does not hold, so that Run All stops here
 */
export async function check<T>(
  name: string,
  tests: (learner: T) => void,
  learner: Partial<T>,
): Promise<void> {
  const lines: string[] = [];
  const mocha = new Mocha({ reporter: reporterInto(lines), timeout: 60_000, color: false });
  mocha.suite.emit("pre-require", {}, "", mocha);
  tests(learner as T);
  mocha.suite.suites = mocha.suite.suites.filter((suite) => suite.title === name);
  const total = mocha.suite.total();
  if (total === 0) throw failure(`there is no check for ${name}`);
  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  mocha.dispose(); // or each check leaves listeners on the process behind, and the eleventh a warning
  const unwritten = lines.find((line) => line.includes("is still to be written"));
  if (unwritten) throw failure(unwritten.replace(/^.*?: /, ""));
  console.log([`${name}: ${total - failed} of ${total} checks passed`, ...lines].join("\n"));
  if (failed > 0) throw failure(`${name}: ${failed} of ${total} checks failed, see the lines above`);
}

function reporterInto(lines: string[]): Mocha.ReporterConstructor {
  return class {
    constructor(runner: Mocha.Runner) {
      runner.on("pass", (test) => lines.push(`  ok    ${test.title}`));
      runner.on("fail", (test, error) => lines.push(`  fail  ${test.title}: ${error.message}`));
    }
  } as unknown as Mocha.ReporterConstructor;
}

/** An error that prints as its message alone: the trace through mocha would tell a learner nothing. */
function failure(message: string): Error {
  const error = new Error(message);
  error.name = "CheckFailed";
  error.stack = `${error.name}: ${message}`;
  return error;
}
