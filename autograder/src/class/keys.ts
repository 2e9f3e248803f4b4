// When a record still holds: same notebook, same tests, same grader, same sandbox. The grader is known by a hash over its
// code and kernel-lib's, so that a changed word in a message is a changed grader, too.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assignmentIds, loadAssignment } from "../assignment.js";
import type { Layers } from "../sandbox/launch.js";
import { type Key, type LearnerRecord, sha256 } from "./record.js";

export class Keys {
  readonly #fixed: Pick<Key, "grader" | "layers" | "assignment">;
  readonly #suites: ReadonlyMap<string, string>;

  static async of(layers: Layers, assignment: string | null, root: string): Promise<Keys> {
    const suites = await suitesOf(assignment, root);
    return new Keys({ grader: graderHash(), layers: JSON.stringify(layers), assignment }, suites);
  }

  private constructor(fixed: Pick<Key, "grader" | "layers" | "assignment">, suites: Map<string, string>) {
    this.#fixed = fixed;
    this.#suites = suites;
  }

  /** @param assignment - the assignment that was graded; null when there was none */
  keyOf(text: string, assignment: string | null): Key {
    const all = (): string => sha256(JSON.stringify([...this.#suites]));
    const suite = assignment === null ? all() : (this.#suites.get(assignment) ?? "gone");
    return { notebook: sha256(text), suite, ...this.#fixed };
  }

  /** Whether grading the text again would give this record. */
  holds(record: LearnerRecord | null, text: string): record is LearnerRecord {
    if (!record?.key) return false;
    const now = this.keyOf(text, record.result?.assignment.id ?? null);
    return (Object.keys(now) as (keyof Key)[]).every((name) => now[name] === record.key![name]);
  }
}

/** Hashes by id. An assignment that somebody is still writing stops nobody who is graded by another. */
async function suitesOf(given: string | null, root: string): Promise<Map<string, string>> {
  const isFolder = given !== null && existsSync(join(given, "assignment.json"));
  const folders = isFolder
    ? [given]
    : (await assignmentIds(root)).filter((id) => given === null || id === given).map((id) => join(root, id));
  const loaded = await Promise.all(folders.map((dir) => loadAssignment(dir).catch(() => null)));
  return new Map(loaded.flatMap((a) => (a ? [[a.id, a.suite] as const] : [])));
}

function graderHash(): string {
  const require = createRequire(import.meta.url);
  const own = fileURLToPath(new URL("..", import.meta.url));
  const library = dirname(require.resolve("kernel-lib"));
  const hash = createHash("sha256").update(process.version);
  for (const path of [require.resolve("../../package.json"), ...codeBelow(own), ...codeBelow(library)])
    hash.update(readFileSync(path)).update("\0");
  const { version } = require("../../package.json") as { version: string };
  return `${version}+${hash.digest("hex").slice(0, 16)}`;
}

function codeBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /(?<!\.d)\.(m?js|ts|wasm|txt)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}
