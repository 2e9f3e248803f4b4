// The subcommands. A new one is an entry here: its help, and what it does with its arguments. What takes long to load, as the
// grader and the compiler do, a command imports when it runs.

import { doctor } from "./doctor.js";
import { exportResults } from "./export.js";
import { check, grade } from "./grade.js";
import { newAssignment } from "./new.js";
import { release } from "./release.js";
import { replay } from "./replay.js";
import { verifyAssignment } from "./verify.js";

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>;
}

export const commands: readonly Command[] = [
  grade,
  check,
  exportResults,
  replay,
  newAssignment,
  verifyAssignment,
  release,
  doctor,
];
