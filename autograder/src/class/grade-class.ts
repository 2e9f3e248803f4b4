// Grades a folder of submissions: looks what is still to be done, lets several judges do it, and writes each learner's
// record as it lands. Killed at any moment, the next run goes on from the records that are there.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { assignmentsFolder, checkAssignment } from "../assignment.js";
import { readNotebookText } from "../notebook/read.js";
import { layersHere } from "../sandbox/canary.js";
import type { Layers } from "../sandbox/launch.js";
import { Trouble } from "../trouble.js";
import { summaryCsv } from "./csv.js";
import { type Answer, JudgeProcess } from "./judge-process.js";
import { Keys } from "./keys.js";
import { runPool } from "./pool.js";
import { gradedRecord, type LearnerRecord, Records, ungradableRecord, writeWhole } from "./record.js";
import { findSubmissions, type Submission } from "./submissions.js";

export interface ClassOptions {
  readonly folder: string;
  readonly out: string;
  readonly assignment?: string | null;
  /** Folder of all assignments. */
  readonly root?: string;
  /** How many judges; otherwise one per core. */
  readonly workers?: number | null;
  /** Sandbox layers to try, strongest first; otherwise what this machine offers. */
  readonly layers?: Layers[];
  /** A line about an entry of the folder. */
  note?(line: string): void;
  /** So many are to be graded now. */
  begin?(total: number): void;
  /** A record has landed. */
  step?(record: LearnerRecord): void;
}

export interface ClassOutcome {
  /** One per learner, by name. */
  readonly records: readonly LearnerRecord[];
  /** How many of them a judge made now. */
  readonly graded: number;
  /** How many of them are from an earlier run; the rest were refused unread. */
  readonly kept: number;
}

/** @throws Trouble when nothing can be graded or nothing can be written */
export async function gradeClass(options: ClassOptions): Promise<ClassOutcome> {
  const { folder, out, assignment = null, root = assignmentsFolder } = options;
  if (assignment !== null) await checkAssignment(assignment, root);
  const { submissions, notes } = await findSubmissions(folder, out);
  for (const line of notes) options.note?.(line);
  if (submissions.length === 0)
    throw new Trouble(`${folder}: no submissions`, "one .ipynb per learner, please");
  const layers = await layersHere(options.layers);
  const keys = await Keys.of(layers, assignment, root);
  const kept = await Records.open(out);
  const run = new Run(options, kept, keys);
  const pending = await run.sort(submissions);
  options.begin?.(pending.length);
  await run.grade(pending, { assignment, root, layers });
  const records = submissions.map((s) => run.landed.get(s.learner)!);
  const gone = (await kept.learners()).filter((learner) => !run.landed.has(learner)).sort();
  for (const learner of gone) options.note?.(`${join(out, "learners", `${learner}.json`)}: ${goneCure}`);
  await writeWhole(join(out, "summary.csv"), summaryCsv(records));
  return { records, graded: pending.length, kept: run.kept };
}

/** Somebody renamed a file: export would count its learner twice. */
const goneCure = "from an earlier run, its submission is gone; delete it if nobody needs it";

/** The whole class is graded by one assignment: what earlier runs left is worth more than records of its mistake. */
const brokenCure = "earlier results are kept; autograder verify says when it is mended";

class Run {
  readonly landed = new Map<string, LearnerRecord>();
  kept = 0;
  readonly #options: ClassOptions;
  readonly #records: Records;
  readonly #keys: Keys;

  constructor(options: ClassOptions, records: Records, keys: Keys) {
    this.#options = options;
    this.#records = records;
    this.#keys = keys;
  }

  /** Keeps the records that hold, writes those of refused files, and gives back what is left. */
  async sort(submissions: readonly Submission[]): Promise<Submission[]> {
    const pending: Submission[] = [];
    for (const submission of submissions) {
      const text = await this.#read(submission);
      if (text === null) continue;
      const record = await this.#records.read(submission);
      if (!this.#keys.holds(record, text)) pending.push(submission);
      else {
        this.landed.set(submission.learner, record);
        this.kept++;
      }
    }
    return pending;
  }

  grade(queue: readonly Submission[], judge: ConstructorParameters<typeof JudgeProcess>[0]): Promise<void> {
    return runPool({
      queue,
      size: Math.min(this.#options.workers ?? availableParallelism(), queue.length),
      start: () => new JudgeProcess(judge),
      open: async (submission) => {
        const text = await this.#read(submission);
        return text === null ? null : { text, name: submission.file };
      },
      landed: async (submission, { text }, answer) => {
        await this.#keep(this.#recordOf(submission, text, answer));
      },
    });
  }

  /** The file's text; null when it is refused, which is then its record. */
  async #read(submission: Submission): Promise<string | null> {
    const { file, refusal, learner } = submission;
    try {
      if (refusal !== null) throw new Trouble(refusal);
      return await readNotebookText(join(this.#options.folder, file), file, { follows: false });
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#options.note?.(`${refusal === null ? "" : `${file}: refused: `}${error.message}`);
      const record = ungradableRecord(submission, error.message, null);
      this.landed.set(learner, record);
      await this.#records.write(record);
      return null;
    }
  }

  #recordOf(submission: Submission, text: string, answer: Answer): LearnerRecord {
    if ("result" in answer) {
      const { result } = answer;
      return gradedRecord(submission, result, this.#keys.keyOf(text, result.assignment.id));
    }
    if ("crashed" in answer) return ungradableRecord(submission, answer.crashed, null);
    if ("broken" in answer) {
      if (this.#options.assignment != null) throw new Trouble(answer.broken, brokenCure);
      return ungradableRecord(submission, answer.broken, null);
    }
    const key = answer.lasting ? this.#keys.keyOf(text, null) : null;
    return ungradableRecord(submission, answer.refused, key);
  }

  async #keep(record: LearnerRecord): Promise<void> {
    this.landed.set(record.learner, record);
    await this.#records.write(record);
    this.#options.step?.(record);
  }
}
