// Several judges take from one queue. A judge that crashes is replaced, and its notebook tried once more: the second crash
// is the notebook's. A judge that read a large notebook is replaced, too: what it keeps of it would add to the next one's.
import type { Answer, Judge, JudgeRequest } from "./judge-process.js";

export interface Pool<T> {
  readonly queue: Iterable<T>;
  readonly size: number;
  /** Starts a judge. */
  start(): Judge;
  /** Opens the next in the queue; null when there is nothing to grade. */
  open(item: T): Promise<JudgeRequest | null>;
  /** Keeps the answer; waited for. */
  landed(item: T, request: JudgeRequest, answer: Answer): Promise<void>;
}

const attempts = 2;
/** Letters. An honest notebook without its outputs has a tenth. */
const large = 2 ** 20;

export async function runPool<T>(pool: Pool<T>): Promise<void> {
  const queue = pool.queue[Symbol.iterator]();
  const lanes = Array.from({ length: pool.size }, () => runLane(pool, queue));
  const ends = await Promise.allSettled(lanes);
  const broken = ends.find((end) => end.status === "rejected");
  if (broken) throw broken.reason;
}

async function runLane<T>(pool: Pool<T>, queue: Iterator<T>): Promise<void> {
  let judge: Judge | null = null;
  try {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const request = await pool.open(next.value);
      if (!request) continue;
      let answer: Answer = { crashed: "" };
      for (let i = 0; i < attempts && "crashed" in answer; i++) {
        judge ??= pool.start();
        answer = await judge.grade(request);
        if ("crashed" in answer || request.text.length > large) judge = drop(judge);
      }
      await pool.landed(next.value, request, answer);
    }
  } finally {
    judge?.close();
  }
}

function drop(judge: Judge): null {
  judge.close();
  return null;
}
