// Runs execute requests one after the other: check, run, report. After an error the requests that wait are aborted.

import type { Failure, Frame } from "../execute/frames.js";
import type { Json, Message } from "../protocol/message.js";
import type { Sockets } from "../protocol/sockets.js";
import { Child } from "./child.js";
import type { History } from "./history.js";
import type { LanguageClient } from "./language-client.js";
import { Outputs } from "./outputs.js";

interface Running {
  cell: number;
  message: Message;
  count: number;
  silent: boolean;
  finish: (error: Failure | null) => void;
}

const remembered = 2000; // cells whose late output still finds its place

export class Executor {
  private readonly sockets: Sockets;
  private readonly language: LanguageClient;
  private readonly history: History;
  private readonly outputs: Outputs;
  private readonly child: Child;
  private readonly waiting: Message[] = [];
  private readonly parents = new Map<number, Message>();
  private running: Running | null = null;
  private busy: Message | null = null;
  private stopped = false;
  private cells = 0;
  private count = 0;
  private readonly questions: { cell: number; id: number }[] = [];

  constructor(sockets: Sockets, language: LanguageClient, history: History) {
    this.sockets = sockets;
    this.language = language;
    this.history = history;
    this.outputs = new Outputs(sockets);
    this.child = new Child({
      frame: (frame) => this.take(frame),
      raw: (name, text) => this.outputs.stream(name, text, this.parents.get(this.cells) ?? null),
      died: (why) => void this.replaceState(why),
    });
  }

  /** The request that is being executed. */
  get current(): Message | null {
    return this.busy;
  }

  add(message: Message): void {
    this.waiting.push(message);
    if (!this.busy) void this.work();
  }

  interrupt(): void {
    if (this.busy) this.stopped = true;
    this.child.give({ op: "interrupt" });
  }

  /** Hands what a person typed to the cell that asked. */
  answer(value: string | null): void {
    const question = this.questions.shift();
    if (question) this.child.give({ op: "input", id: question.id, value });
  }

  end(): void {
    this.outputs.flush();
    this.child.end();
  }

  private async work(): Promise<void> {
    for (let message = this.waiting.shift(); message; message = this.waiting.shift()) {
      this.busy = message;
      this.stopped = false;
      this.sockets.publish("status", { execution_state: "busy" }, message);
      const aborted = await this.execute(message);
      this.outputs.publish("status", { execution_state: "idle" }, message);
      for (const request of aborted) this.abort(request);
    }
    this.busy = null;
  }

  /** Runs one request and replies; returns the requests that its failure takes with it. */
  private async execute(message: Message): Promise<Message[]> {
    const { silent = false, store_history = true, code = "" } = message.content as Json & { code?: string };
    const isCounted = silent !== true && store_history !== false;
    if (isCounted) this.count++;
    const { count } = this;
    if (isCounted) this.history.add(count, code);
    if (silent !== true) this.sockets.publish("execute_input", { code, execution_count: count }, message);
    const error = await this.run(message, code, { count, silent: silent === true, isCounted });
    if (error && silent !== true) this.outputs.publish("error", { ...error }, message);
    const expressions = error ? {} : { user_expressions: {}, payload: [] };
    const status = error ? { status: "error", ...error } : { status: "ok" };
    const aborted = error && message.content.stop_on_error !== false ? await this.takeWaiting() : [];
    this.outputs.flush();
    this.sockets.reply(
      "shell",
      "execute_reply",
      { ...status, execution_count: count, ...expressions },
      message,
    );
    return aborted;
  }

  private async run(
    message: Message,
    code: string,
    { count, silent, isCounted }: { count: number; silent: boolean; isCounted: boolean },
  ): Promise<Failure | null> {
    if (code.trim() === "") return null;
    const cell = ++this.cells;
    this.remember(cell, message);
    const name = isCounted ? `cell-${count}.ts` : `silent-${cell}.ts`;
    const checked = await this.language.ask("check", code, cell, name).catch(checkerFailed);
    if (!checked.ok) return checked.failure;
    if (this.stopped)
      return { ename: "Interrupted", evalue: "the cell was stopped", traceback: ["Interrupted"] };
    if (checked.warnings !== "") this.outputs.stream("stderr", checked.warnings, message);
    return new Promise((resolve) => {
      this.running = { cell, message, count, silent, finish: resolve };
      const isWatched = message.content.allow_stdin === true; // nbconvert and nbclient have nobody to ask
      this.child.give({ op: "run", cell, name, code: checked.code, map: checked.map, isWatched });
    });
  }

  private remember(cell: number, message: Message): void {
    this.parents.set(cell, message);
    this.parents.delete(cell - remembered);
  }

  private take(frame: Frame): void {
    if (frame.t === "ready") return;
    const parent = this.parents.get(frame.cell) ?? null;
    if (frame.t === "stream") this.outputs.stream(frame.name, frame.text, parent);
    else if (frame.t === "display") this.outputs.display(frame, parent);
    else if (frame.t === "clear") this.outputs.publish("clear_output", { wait: frame.wait }, parent);
    else if (frame.t === "result") this.showResult(frame);
    else if (frame.t === "input") this.question(frame, parent);
    else if (frame.t === "done" && this.running?.cell === frame.cell) this.finish(frame.error);
  }

  private finish(error: Failure | null): void {
    const { running } = this;
    this.running = null;
    running?.finish(error);
  }

  private showResult({ cell, data, metadata }: Frame & { t: "result" }): void {
    const { running } = this;
    if (running?.cell !== cell || running.silent) return;
    this.history.result(running.count, data["text/plain"]);
    this.outputs.publish(
      "execute_result",
      { execution_count: running.count, data, metadata },
      running.message,
    );
  }

  private question({ cell, id, prompt, password }: Frame & { t: "input" }, parent: Message | null): void {
    if (parent?.content.allow_stdin !== true) {
      this.child.give({ op: "input", id, value: null });
      return;
    }
    this.outputs.flush();
    this.questions.push({ cell, id });
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

  /** What was sent together with a request has arrived a moment after it; what comes after its reply is not meant. */
  private async takeWaiting(): Promise<Message[]> {
    await new Promise((done) => setTimeout(done, 5));
    return this.waiting.splice(0);
  }

  private abort(message: Message): void {
    this.sockets.publish("status", { execution_state: "busy" }, message);
    const content = { status: "aborted", execution_count: this.count, user_expressions: {}, payload: [] };
    this.sockets.reply("shell", "execute_reply", content, message);
    this.sockets.publish("status", { execution_state: "idle" }, message);
  }
}

function checkerFailed(error: Error): { ok: false; failure: Failure } {
  const evalue = `the type checker gave up on this cell: ${error.message}`;
  return { ok: false, failure: { ename: "TypeScript", evalue, traceback: [evalue] } };
}
