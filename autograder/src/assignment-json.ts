// assignment.json read with care: somebody writes it by hand, and each mistake is named with its place and the cure.
import type { Assignment, Exercise, TestRule } from "./assignment.js";
import { visibilities } from "./result.js";
import { BrokenAssignment } from "./trouble.js";

export type AssignmentJson = Omit<Assignment, "dir" | "suite" | "solution">;

const exerciseKeys = ["name", "points", "calls", "tests", "mutates"];
const ruleKeys = ["title", "points", "hint", "visibility"];

/** @param path - of the file, for messages. @throws BrokenAssignment naming the first thing that is not as it should be */
export function readAssignmentJson(text: string, path: string, id: string): AssignmentJson {
  const json = parse(text, path);
  if (!isRecord(json) || json.id !== id || !Array.isArray(json.exercises) || !isRecord(json.limits))
    throw new BrokenAssignment(`${path}: needs id (the folder's name, "${id}"), exercises and limits`);
  const { title, version, exercises, limits } = json;
  if (typeof title !== "string" || typeof version !== "string")
    throw new BrokenAssignment(`${path}: title and version are texts`);
  for (const key of ["cpuSeconds", "memoryMb"])
    if (!isCount(limits[key]) || limits[key] === 0)
      throw new BrokenAssignment(`${path}: limits.${key} is a number above 0, got ${show(limits[key])}`);
  exercises.forEach((exercise, i) => {
    checkExercise(exercise, `${path}: exercise ${i + 1}`);
  });
  checkNames(exercises, path);
  return json as unknown as AssignmentJson;
}

/** @throws BrokenAssignment with what JSON.parse says */
function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    throw new BrokenAssignment(`${path}: not JSON (${message})`, "look for a missing quote or a comma", {
      cause,
    });
  }
}

function checkExercise(exercise: unknown, where: string): asserts exercise is Exercise {
  if (!isRecord(exercise) || typeof exercise.name !== "string" || exercise.name === "")
    throw new BrokenAssignment(`${where}: needs the name of its function`);
  const { name, points, calls, tests = [] } = exercise;
  const place = `${where}, ${name}`;
  checkKeys(exercise, exerciseKeys, place);
  if (!isCount(points))
    throw new BrokenAssignment(`${place}: points are a number, 0 or more, got ${show(points)}`);
  if (!Array.isArray(calls))
    throw new BrokenAssignment(
      `${place}: calls is the list of exercises that it uses, got ${show(calls)}`,
      "[] if none",
    );
  if (!Array.isArray(tests)) throw new BrokenAssignment(`${place}: tests is a list, got ${show(tests)}`);
  for (const rule of tests) checkRule(rule, place);
}

function checkRule(rule: unknown, exercise: string): asserts rule is TestRule {
  if (!isRecord(rule)) throw new BrokenAssignment(`${exercise}: a test is { "title": … }, got ${show(rule)}`);
  const { title, visibility = "now", points = 0, hint = "" } = rule;
  const where = `${exercise}: the test ${show(title)}`;
  if (typeof title !== "string" || typeof hint !== "string")
    throw new BrokenAssignment(`${where}: title and hint are texts`);
  checkKeys(rule, ruleKeys, where);
  if (!visibilities.some((v) => v === visibility))
    throw new BrokenAssignment(
      `${where}: visibility is one of ${visibilities.join(", ")}, got ${show(visibility)}`,
    );
  if (!isCount(points)) throw new BrokenAssignment(`${where}: points are 0 or more, got ${show(points)}`);
}

/** A misspelt "visibility" would show a test that is to be kept back. */
function checkKeys(value: object, known: readonly string[], where: string): void {
  const odd = Object.keys(value).find((key) => !known.includes(key));
  if (odd !== undefined)
    throw new BrokenAssignment(`${where}: unknown key ${show(odd)}; known are ${known.join(", ")}`);
}

function checkNames(exercises: readonly Exercise[], path: string): void {
  const names = exercises.map((e) => e.name);
  if (names.length === 0)
    throw new BrokenAssignment(`${path}: exercises is empty`, "list what notebook.ts asks for");
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new BrokenAssignment(`${path}: the exercise ${twice} is listed twice`, "keep one");
  for (const { name, calls } of exercises) {
    const odd = calls.find((call) => !names.includes(call));
    if (odd !== undefined)
      throw new BrokenAssignment(
        `${path}: ${name} calls ${show(odd)}, which is no exercise`,
        `there are ${names.join(", ")}`,
      );
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const show = (value: unknown): string => JSON.stringify(value) ?? "nothing";
