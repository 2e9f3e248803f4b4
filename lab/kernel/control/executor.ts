// Answers execute requests one after the other. After an error the requests that wait are aborted.

import type { Failure, MimeBundle } from "../execute/frames.js";
import type { Json, Message } from "../protocol/message.js";
import type { Sockets } from "../protocol/sockets.js";
import type { History } from "./history.js";
import type { LanguageClient } from "./language-client.js";
import { Runner } from "./runner.js";

/** An execute_request's content, with what is missing filled in. */
interface Request {
  code: string;
  isSilent: boolean;
  /** it takes a number and goes into the history */
  isCounted: boolean;
  expressions: Record<string, string>;
}

/** What an execute_reply says besides its status. */
interface Extras {
  user_expressions: Json;
  payload: Json[];
}

export class Executor {
  private readonly sockets: Sockets;
  private readonly language: LanguageClient;
  private readonly history: History;
  private readonly runner: Runner;
  private readonly waiting: Message[] = [];
  private busy: Message | null = null;
  private count = 0;
  private runs = 0;

  constructor(sockets: Sockets, language: LanguageClient, history: History) {
    this.sockets = sockets;
    this.language = language;
    this.history = history;
    this.runner = new Runner(sockets, language);
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
    this.runner.interrupt();
  }

  /** Hands what a person typed to the cell that asked. */
  answer(value: string | null): void {
    this.runner.answer(value);
  }

  end(): void {
    this.runner.end();
  }

  private async work(): Promise<void> {
    for (let message = this.waiting.shift(); message; message = this.waiting.shift()) {
      this.busy = message;
      this.sockets.publish("status", { execution_state: "busy" }, message);
      const aborted = await this.execute(message, requestOf(message.content));
      this.runner.outputs.publish("status", { execution_state: "idle" }, message);
      for (const request of aborted) this.abort(request);
    }
    this.busy = null;
  }

  /** Runs one request and replies; returns the requests that its failure takes with it. */
  private async execute(message: Message, request: Request): Promise<Message[]> {
    const { code, isSilent, isCounted } = request;
    if (isCounted) this.history.add(++this.count, code, message.content.allow_stdin === true);
    const execution_count = this.count;
    if (!isSilent) this.sockets.publish("execute_input", { code, execution_count }, message);
    const { error, extras } = await this.outcomeOf(message, request);
    if (error && !isSilent) this.runner.outputs.publish("error", { ...error }, message);
    const aborted = error && message.content.stop_on_error !== false ? await this.takeWaiting() : [];
    this.runner.outputs.flush();
    const status = error ? { status: "error", ...error } : { status: "ok", ...extras };
    this.sockets.reply("shell", "execute_reply", { ...status, execution_count }, message);
    return aborted;
  }

  private async outcomeOf(
    message: Message,
    request: Request,
  ): Promise<{ error: Failure | null; extras: Extras }> {
    const payload = await this.pageFor(request.code);
    if (payload !== null) return { error: null, extras: { user_expressions: {}, payload } };
    const error = await this.run(message, request);
    const user_expressions = error ? {} : await this.valuesOf(message, request.expressions);
    return { error, extras: { user_expressions, payload: [] } };
  }

  private run(message: Message, { code, isSilent, isCounted }: Request): Promise<Failure | null> {
    const { count } = this;
    const name = isCounted ? `cell-${count}.ts` : `silent-${++this.runs}.ts`;
    const show = (data: MimeBundle, metadata: MimeBundle) => {
      if (isSilent) return;
      if (isCounted) this.history.result(count, data["text/plain"]);
      this.runner.outputs.publish("execute_result", { execution_count: count, data, metadata }, message);
    };
    return this.runner.run({ code, name, message, show });
  }

  /** Each expression's value as a bundle, or its error. */
  private async valuesOf(message: Message, expressions: Record<string, string>): Promise<Json> {
    const values: Json = {};
    for (const [key, code] of Object.entries(expressions)) {
      let found: Json = { status: "ok", data: {}, metadata: {} };
      const show = (data: MimeBundle, metadata: MimeBundle) => {
        found = { status: "ok", data, metadata };
      };
      const name = `silent-${++this.runs}.ts`;
      const error = await this.runner.run({ code, name, message, show });
      values[key] = error ? { status: "error", ...error } : found;
    }
    return values;
  }

  /** `Math.max?` shows what there is to know about a name in the front end's pager, as in IPython. */
  private async pageFor(code: string): Promise<Json[] | null> {
    const name = /^\s*([\p{ID_Start}$_][\p{ID_Continue}$.]*)\?\s*$/u.exec(code)?.[1];
    if (name === undefined) return null;
    const found = await this.language.ask("inspect", name, name.length);
    const text = found?.text ?? `${name}: there is nothing of this name`;
    return [{ source: "page", data: { "text/plain": text }, start: 0 }];
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

function requestOf(content: Json): Request {
  const isSilent = content.silent === true;
  return {
    code: String(content.code ?? ""),
    isSilent,
    isCounted: !isSilent && content.store_history !== false,
    expressions: (content.user_expressions ?? {}) as Record<string, string>,
  };
}
