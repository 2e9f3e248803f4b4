// One cell at a time through the checker and the learner's process; what the cell produces goes to the request it came
// with, also when it comes late.

import type { Failure, Frame, MimeBundle } from "../execute/frames.js";
import type { Message } from "../protocol/message.js";
import type { Sockets } from "../protocol/sockets.js";
import { Child } from "./child.js";
import type { LanguageClient } from "./language-client.js";
import { Outputs } from "./outputs.js";

/** What to run, and who wants to know. */
export interface Job {
  code: string;
  /** the name in traces: "cell-3.ts" */
  name: string;
  message: Message;
  /** takes the last expression's value */
  show: (data: MimeBundle, metadata: MimeBundle) => void;
}

interface Running {
  cell: number;
  job: Job;
  finish: (error: Failure | null) => void;
}

const patience = 1500; // milliseconds a stopped cell has to end
const stuck =
  "Interrupted: the cell is in native code, which ends when it is done; the next cell waits for that, or restart the kernel";
const remembered = 2000; // cells whose late output still finds its place

export class Runner {
  readonly outputs: Outputs;
  private readonly sockets: Sockets;
  private readonly language: LanguageClient;
  private readonly child: Child;
  private readonly parents = new Map<number, Message>();
  private readonly questions: number[] = [];
  private running: Running | null = null;
  private checking = false;
  private stopped = false;
  private cells = 0;

  constructor(sockets: Sockets, language: LanguageClient) {
    this.sockets = sockets;
    this.language = language;
    this.outputs = new Outputs(sockets);
    this.child = new Child({
      frame: (frame) => this.take(frame),
      raw: (name, text) => this.outputs.stream(name, text, this.parents.get(this.cells) ?? null),
      died: (why) => void this.replaceState(why),
    });
  }

  /** Checks and runs; resolves to the error that ended it, if one did. */
  async run(job: Job): Promise<Failure | null> {
    if (job.code.trim() === "") return null;
    const { name, message } = job;
    const cell = ++this.cells;
    this.stopped = false;
    this.remember(cell, message);
    this.checking = true;
    const checked = await this.language.ask("check", job.code, cell, name).catch(checkerFailed);
    this.checking = false;
    if (this.stopped) return stoppedFailure("Interrupted: the cell was stopped before it ran");
    if (!checked.ok) return checked.failure;
    if (checked.warnings !== "") this.outputs.stream("stderr", checked.warnings, message);
    return new Promise((finish) => {
      this.running = { cell, job, finish };
      const isWatched = message.content.allow_stdin === true; // nbconvert and nbclient have nobody to ask
      const { code, map, files } = checked;
      this.child.give({ op: "run", cell, name, code, map, files, isWatched });
    });
  }

  interrupt(): void {
    this.stopped = true;
    this.child.give({ op: "interrupt" });
    const { running } = this;
    setTimeout(() => this.leave(running), patience);
  }

  /** What cannot be stopped is left: a type that takes for ever to check, native code that runs to its end. */
  private leave(running: Running | null): void {
    if (this.checking && this.stopped) this.language.restart("it was stopped");
    if (running && running === this.running) this.finish(stoppedFailure(stuck));
  }

  /** Hands what a person typed to the cell that asked. */
  answer(value: string | null): void {
    const id = this.questions.shift();
    if (id !== undefined) this.child.give({ op: "input", id, value });
  }

  end(): void {
    this.outputs.flush();
    this.child.end();
  }

  private remember(cell: number, message: Message): void {
    this.parents.set(cell, message);
    this.parents.delete(cell - remembered);
  }

  private take(frame: Frame): void {
    if (frame.t === "ready") return;
    const parent = this.parents.get(frame.cell) ?? null;
    const isRunning = this.running?.cell === frame.cell;
    if (frame.t === "stream") this.outputs.stream(frame.name, frame.text, parent);
    else if (frame.t === "display") this.outputs.display(frame, parent);
    else if (frame.t === "clear") this.outputs.publish("clear_output", { wait: frame.wait }, parent);
    else if (frame.t === "input") this.question(frame, parent);
    else if (frame.t === "result" && isRunning) this.running!.job.show(frame.data, frame.metadata);
    else if (frame.t === "done" && isRunning) this.finish(frame.error);
  }

  private finish(error: Failure | null): void {
    const { running } = this;
    this.running = null;
    running?.finish(error);
  }

  private question(frame: Frame & { t: "input" }, parent: Message | null): void {
    const { id, prompt, password } = frame;
    if (parent?.content.allow_stdin !== true) {
      this.child.give({ op: "input", id, value: null });
      return;
    }
    this.outputs.flush();
    this.questions.push(id);
    this.sockets.reply("stdin", "input_request", { prompt, password }, parent);
  }

  /** A new process knows no variables, so the checker must not know them either. */
  private async replaceState(why: string): Promise<void> {
    await this.language.ask("forget");
    const evalue = `${why}. A new one has been started: all variables are gone, run the notebook from the top`;
    const failure = { ename: "KernelRestarted", evalue, traceback: [`KernelRestarted: ${evalue}`] };
    if (this.running) this.finish(failure);
    else this.outputs.stream("stderr", `${evalue}\n`, this.parents.get(this.cells) ?? null);
  }
}

function stoppedFailure(text: string): Failure {
  return { ename: "Interrupted", evalue: text.replace("Interrupted: ", ""), traceback: [text] };
}

function checkerFailed(error: Error): { ok: false; failure: Failure } {
  const evalue = `the type checker gave up on this cell: ${error.message}`;
  return { ok: false, failure: { ename: "TypeScript", evalue, traceback: [evalue] } };
}
