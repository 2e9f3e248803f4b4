// The files of an assignment that are code: its tests and its own wrong versions. What is wrong with one is said with its name.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { letOutsideImport } from "../outside.js";
import { BrokenAssignment } from "../trouble.js";
import type { OwnVariants } from "./mistakes/index.js";
import type { TestModule } from "./register.js";

/** Instructors write TypeScript; tsx loads it without a build. */
export async function importTests(path: string): Promise<TestModule> {
  if (!import.meta.url.endsWith(".ts")) (await import("tsx/esm/api")).register();
  letOutsideImport();
  const module = await importFile(path);
  if (typeof module.default !== "function")
    throw new BrokenAssignment(`${path}: its default export must be a function of the learner's functions`);
  const tests = module.default as TestModule;
  return (learner, seed) => {
    try {
      tests(learner, seed);
    } catch (cause) {
      if (cause instanceof BrokenAssignment) throw cause;
      throw new BrokenAssignment(`${path}: its suites cannot be set up (${lineOf(cause)})`, undefined, {
        cause,
      });
    }
  };
}

/** @throws BrokenAssignment with what the compiler or the file itself says */
async function importFile(path: string): Promise<{ default?: unknown }> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (cause) {
    throw new BrokenAssignment(`${path}: cannot be loaded (${lineOf(cause)})`, undefined, { cause });
  }
}

/** The compiler says how many errors there are, then in a line each which. */
function lineOf(error: unknown): string {
  const [first, second] = String((error as Error)?.message ?? error).split("\n");
  return second && /^Transform failed/.test(first!) ? second : first!;
}

/** An assignment may have none. */
export async function importVariants(path: string): Promise<OwnVariants> {
  if (!existsSync(path)) return {};
  const { default: variants } = await importFile(path);
  if (typeof variants === "object" && variants !== null) return variants as OwnVariants;
  throw new BrokenAssignment(
    `${path}: its default export must be { exercise: { "what is wrong": function } }`,
  );
}
