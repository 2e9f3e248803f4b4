// Grades notebooks one after the other with everything kept warm between them: the compiler's thread, the sandbox's
// owner thread with a spare child, and the loaded test modules.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import {
  type Assignment,
  assignmentsFolder,
  type Exercise,
  findAssignment,
  loadAssignment,
} from "./assignment.js";
import { Extractor } from "./extract/extractor.js";
import type { Extraction } from "./extract/types.js";
import { importTests, importVariants } from "./judge/import-files.js";
import type { OwnVariants } from "./judge/mistakes/index.js";
import type { TestModule } from "./judge/register.js";
import { runTests } from "./judge/run-tests.js";
import { type Notebook, parseNotebook, readNotebook } from "./notebook/read.js";
import type { Mode, Result } from "./result.js";
import { Bridge } from "./sandbox/bridge.js";
import { sendCanary } from "./sandbox/canary.js";
import { findChild, findDeno } from "./sandbox/deno.js";
import type { Layers, Limits } from "./sandbox/launch.js";
import { Sandbox } from "./sandbox/sandbox.js";
import { round, scoreExercise } from "./score.js";
import type { Codec } from "./wire/format.js";
import { judgeCodec } from "./wire/judge-codec.js";

const require = createRequire(import.meta.url);

export interface GraderOptions {
  /** Hidden tests, or the visible ones. */
  readonly mode: Mode;
  /** An assignment's id or folder; otherwise the notebook says. */
  readonly assignment?: string | null;
  /** Folder of all assignments. */
  readonly root?: string;
  /** Sandbox layers to try, strongest first; otherwise what this machine offers. */
  readonly layers?: Layers[];
  /** Hidden tests say what they expect: the reader wrote them. */
  readonly forAuthor?: boolean;
  /** Told of every call of a learner's function how many seconds it took: of CPU time where it can be known. */
  readonly timed?: (name: string, seconds: number) => void;
}

interface Loaded {
  readonly assignment: Assignment;
  readonly tests: TestModule;
  readonly codec: Codec;
}

export class Grader {
  readonly #options: GraderOptions;
  readonly #extractor = new Extractor();
  readonly #bridge: Bridge;
  readonly #loaded = new Map<string, Promise<Loaded>>();
  #layers: Layers | null = null;
  #limits: Limits | null = null;

  static async open(options: GraderOptions): Promise<Grader> {
    return new Grader(options, await Bridge.open({ deno: findDeno(), child: findChild() }));
  }

  private constructor(options: GraderOptions, bridge: Bridge) {
    this.#options = options;
    this.#bridge = bridge;
  }

  /** @throws Trouble when the notebook cannot be graded */
  async gradeFile(path: string): Promise<Result> {
    return this.#grade(await readNotebook(path), path);
  }

  /** @param name - the file's name in the result */
  async gradeText(text: string, name: string): Promise<Result> {
    return this.#grade(parseNotebook(text, name), name);
  }

  /** The longest that a child lived on after it was killed at its deadline, in seconds. */
  get slowestKill(): number {
    return this.#bridge.slowestKill;
  }

  async close(): Promise<void> {
    await Promise.all([this.#extractor.close(), this.#bridge.close()]);
  }

  async #grade(notebook: Notebook, name: string): Promise<Result> {
    const { assignment: given = null, root = assignmentsFolder } = this.#options;
    const loaded = await this.#load(await findAssignment(notebook, name, given, root));
    const extraction = await this.#extract(notebook, loaded);
    const layers = this.#makeReady(loaded.assignment);
    const seed = seedOf(loaded.assignment.suite, notebook.hash);
    const tests = await this.#judge(loaded, extraction, seed);
    const { assignment } = loaded;
    const exercises = assignment.exercises.map((e, i) =>
      scoreExercise(rulesOf(e, this.#options.mode), extraction.functions[i]!, tests.get(e.name) ?? []),
    );
    return {
      schema: 1,
      mode: this.#options.mode,
      assignment: { id: assignment.id, title: assignment.title, version: assignment.version },
      suite: assignment.suite,
      notebook: { file: basename(name), sha256: notebook.hash, release: notebook.release },
      seed,
      versions: {
        autograder: versionOf("../package.json"),
        kernelLib: versionOf(join(require.resolve("kernel-lib"), "../../package.json")),
        node: process.versions.node,
      },
      layers: { deno: versionOf("deno/package.json"), ...layers },
      points: round(exercises.reduce((sum, e) => sum + e.points, 0)),
      maxPoints: round(exercises.reduce((sum, e) => sum + e.maxPoints, 0)),
      exercises,
      warnings: [...extraction.warnings, ...notebook.notes],
    };
  }

  #load(dir: string): Promise<Loaded> {
    const known = this.#loaded.get(dir) ?? loadAll(dir, this.#options.mode);
    this.#loaded.set(dir, known);
    return known;
  }

  /** In a check the learner's own functions call each other, as in the notebook; there is nothing of the reference. */
  #extract(notebook: Notebook, { assignment }: Loaded): Promise<Extraction> {
    const { codeCells: cells, otherCells, release } = notebook;
    const isCheck = this.#options.mode === "check";
    const exercises = assignment.exercises.map(({ name, calls }) => ({ name, calls: isCheck ? [] : calls }));
    const { dir: assignmentDir, solution: reference, withhold = [] } = assignment;
    const request = { cells, otherCells, release, exercises, withhold, assignmentDir, reference };
    return this.#extractor.extract(request);
  }

  /** The canary flies before the first notebook, and again when an assignment has other limits. */
  #makeReady({ limits, dir }: Assignment): Layers {
    const same = this.#limits?.cpuSeconds === limits.cpuSeconds && this.#limits.memoryMb === limits.memoryMb;
    if (!this.#layers || !same)
      this.#layers = sendCanary(this.#bridge, limits, join(dir, "assignment.json"), this.#options.layers);
    this.#limits = limits;
    return this.#layers;
  }

  #judge(
    { assignment, tests, codec }: Loaded,
    { functions, warnings }: Extraction,
    seed: number,
  ): ReturnType<typeof runTests> {
    const learners = functions.flatMap(({ name, program: text, references, methods, classes }) =>
      text === null ? [] : [[name, { text, references, isClass: methods !== undefined, classes }] as const],
    );
    const sandbox = new Sandbox(
      this.#bridge,
      new Map(learners),
      assignment.limits,
      codec,
      seedOf(assignment.suite),
    );
    const isHidden = this.#options.mode === "grade";
    const reveal = !isHidden || this.#options.forAuthor === true;
    const visible = (): Promise<TestModule> => importTests(join(assignment.dir, "visible.test.ts"));
    const variants = (): Promise<OwnVariants> => importVariants(join(assignment.dir, "variants.ts"));
    const { solution, exercises } = assignment;
    const programs = (): ReturnType<Extractor["references"]> =>
      this.#extractor.references({ solution, exercises });
    const uses: Extractor["uses"] = (learner) => this.#extractor.uses(learner);
    const timed = this.#options.timed ?? (() => {});
    const knowledge = { visible, variants, programs, uses };
    return runTests({
      assignment,
      functions,
      warnings,
      tests,
      sandbox,
      seed,
      reveal,
      isHidden,
      timed,
      ...knowledge,
    });
  }
}

async function loadAll(dir: string, mode: Mode): Promise<Loaded> {
  const [assignment, tests, library] = await Promise.all([
    loadAssignment(dir),
    importTests(join(dir, mode === "check" ? "visible.test.ts" : "hidden.test.ts")),
    import("kernel-lib"),
  ]);
  return { assignment, tests, codec: judgeCodec(library.Tensor) };
}

/** Rules are for the hidden tests alone. */
function rulesOf(exercise: Exercise, mode: Mode): Exercise {
  return mode === "grade" ? exercise : { ...exercise, tests: [] };
}

/**
 * What hidden inputs are drawn from: another number for every submission, the same whenever it is graded again. Below
 * 4,000,000, so that a test may count 1000 * seed + k. Without a notebook, what the learner's code begins its random numbers
 * with where it gives no seed: not the same number, since that one must not enter the sandbox.
 */
function seedOf(suite: string, notebook = ""): number {
  const hash = createHash("sha256")
    .update(suite + notebook)
    .digest();
  return hash.readUInt32BE() % 4_000_000;
}

/** @param packageJson - as `require` finds it */
function versionOf(packageJson: string): string {
  return (require(packageJson) as { version: string }).version;
}
