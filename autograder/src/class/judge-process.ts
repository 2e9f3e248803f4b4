// A judge in a process of its own, seen from the parent: a notebook's text goes in, an answer comes out, whatever happens
// to the process meanwhile.
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Result } from "../result.js";
import type { Layers } from "../sandbox/launch.js";

export interface JudgeOptions {
  readonly assignment: string | null;
  readonly root: string;
  readonly layers: Layers;
}

export interface JudgeRequest {
  readonly text: string;
  readonly name: string;
}

export type Answer =
  | { readonly result: Result; readonly slowestKill: number }
  /** `lasting`: it is the file's own fault, and will be tomorrow. */
  | { readonly refused: string; readonly lasting: boolean }
  /** The assignment's fault: nobody is graded by it. */
  | { readonly broken: string }
  | { readonly crashed: string };

/** A judge as the pool needs it. */
export interface Judge {
  grade(request: JudgeRequest): Promise<Answer>;
  close(): void;
}

/** V8 lets what is young grow to 48 MB, in each thread, before it looks: of a judge's memory that is much, and buys little. */
const smallNursery = "--max-semi-space-size=4";

/** Every call has its own deadline; this one is for a judge that hangs itself. */
const longestMs = 10 * 60_000;

export class JudgeProcess implements Judge {
  readonly #process: ChildProcess;
  #ended: string | null = null;
  #settle: ((answer: Answer) => void) | null = null;

  constructor(options: JudgeOptions) {
    const extension = extname(new URL(import.meta.url).pathname);
    const script = fileURLToPath(new URL(`./judge-main${extension}`, import.meta.url));
    this.#process = fork(script, [JSON.stringify(options)], {
      execArgv: [smallNursery, ...(extension === ".ts" ? ["--import", tsx()] : [])],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#process.on("message", (answer: Answer) => this.#answer(answer));
    this.#process.on("error", (error) => this.#end(error.message));
    this.#process.on("exit", (code, signal) => this.#end(signal ?? `exit code ${code}`));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  grade(request: JudgeRequest): Promise<Answer> {
    const answer = new Promise<Answer>((resolve) => {
      this.#settle = resolve;
    });
    if (this.#ended === null) this.#process.send(request, (error) => error && this.#end(error.message));
    else this.#end(this.#ended);
    const late = setTimeout(() => this.#process.kill("SIGKILL"), longestMs);
    return answer.finally(() => clearTimeout(late));
  }

  /** The process ends when its channel closes, and its children with it. */
  close(): void {
    if (this.#process.connected) this.#process.disconnect();
  }

  #end(how: string): void {
    this.#ended = how;
    this.#answer({ crashed: `the judge's process ended: ${how}` });
  }

  #answer(answer: Answer): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.(answer);
  }
}

function tsx(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}
