// Answers Jupyter's requests. Execution goes to the executor and takes its turn; all other requests are answered at
// once, also while a cell runs.

import { fileURLToPath } from "node:url";
import type { Json, Message } from "../protocol/message.js";
import { protocolVersion } from "../protocol/message.js";
import type { Incoming, Sockets } from "../protocol/sockets.js";
import { Executor } from "./executor.js";
import { History } from "./history.js";
import type { LanguageClient } from "./language-client.js";
import { fromCodePoints, toCodePoints } from "./offsets.js";

type Handler = (content: Json, message: Message) => Json | Promise<Json>;

const version = "0.1.0";

export class Kernel {
  private readonly sockets: Sockets;
  private readonly language: LanguageClient;
  private readonly history = new History(historyFile());
  private readonly executor: Executor;
  private readonly handlers: Record<string, Handler>;

  constructor(sockets: Sockets, language: LanguageClient) {
    this.sockets = sockets;
    this.language = language;
    this.executor = new Executor(sockets, language, this.history);
    this.handlers = {
      kernel_info_request: () => kernelInfo(),
      complete_request: (content) => this.complete(content),
      inspect_request: (content) => this.inspect(content),
      is_complete_request: async ({ code }) => ({
        ...(await this.language.ask("completeness", String(code))),
      }),
      history_request: (content) => ({ status: "ok", history: this.history.find(content) }),
      comm_info_request: () => ({ status: "ok", comms: {} }),
      interrupt_request: () => this.interrupt(),
      shutdown_request: ({ restart }) => ({ status: "ok", restart: restart === true }),
    };
  }

  /** Takes a message from a channel. */
  receive(channel: Incoming, message: Message): void {
    const type = message.header.msg_type;
    if (channel === "stdin") this.executor.answer(String(message.content.value ?? ""));
    else if (type === "execute_request") this.executor.add(message);
    else if (type === "comm_open") this.refuseComm(message);
    else if (type in this.handlers) void this.handle(channel, message);
  }

  interrupt(): Json {
    this.executor.interrupt();
    return { status: "ok" };
  }

  /** Ends the learner's process. */
  end(): void {
    this.executor.end();
  }

  private async handle(channel: Incoming, message: Message): Promise<void> {
    const type = message.header.msg_type;
    this.sockets.publish("status", { execution_state: "busy" }, message);
    const content = await this.contentFor(type, message);
    this.sockets.reply(channel, type.replace("_request", "_reply"), content, message);
    if (type === "shutdown_request") return this.shutdown(content, message);
    this.sockets.publish("status", { execution_state: "idle" }, message);
    const { current } = this.executor; // a front end shows the last state it heard
    if (current) this.sockets.publish("status", { execution_state: "busy" }, current);
  }

  private async contentFor(type: string, message: Message): Promise<Json> {
    try {
      return await this.handlers[type]!(message.content, message);
    } catch (error) {
      const evalue = String(error);
      return { status: "error", ename: "Error", evalue, traceback: [evalue] };
    }
  }

  private async shutdown(content: Json, message: Message): Promise<void> {
    this.end();
    this.sockets.publish("shutdown_reply", content, message);
    this.sockets.publish("status", { execution_state: "idle" }, message);
    await this.sockets.close();
    process.exit(0);
  }

  private async complete({ code, cursor_pos }: Json): Promise<Json> {
    const text = String(code);
    const found = await this.language.ask("complete", text, fromCodePoints(text, cursor_pos));
    const start = toCodePoints(text, found.start);
    const end = toCodePoints(text, found.end);
    const types = found.matches.map((match) => ({ ...match, start, end }));
    return {
      status: "ok",
      matches: found.matches.map((match) => match.text),
      cursor_start: start,
      cursor_end: end,
      metadata: { _jupyter_types_experimental: types },
    };
  }

  private async inspect({ code, cursor_pos }: Json): Promise<Json> {
    const text = String(code);
    const found = await this.language.ask("inspect", text, fromCodePoints(text, cursor_pos));
    const data = found ? { "text/plain": found.text, "text/markdown": found.markdown } : {};
    return { status: "ok", found: found !== null, data, metadata: {} };
  }

  /** No widgets live here: a comm that a front end opens is closed at once. */
  private refuseComm(message: Message): void {
    this.sockets.publish("status", { execution_state: "busy" }, message);
    this.sockets.publish("comm_close", { comm_id: message.content.comm_id, data: {} }, message);
    this.sockets.publish("status", { execution_state: "idle" }, message);
  }
}

/** Beside the kernel, unless the environment names another place. */
function historyFile(): string {
  return process.env.NABLA_HISTORY ?? fileURLToPath(new URL("../../.cache/history.jsonl", import.meta.url));
}

function kernelInfo(): Json {
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "nabla",
    implementation_version: version,
    banner: `TypeScript on Node ${process.versions.node}: checked before it runs`,
    language_info: {
      name: "typescript",
      version: "6.0.3",
      mimetype: "text/typescript",
      file_extension: ".ts",
      codemirror_mode: { name: "typescript" },
      pygments_lexer: "typescript",
      nbconvert_exporter: "script",
    },
    debugger: false,
    help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }],
    supported_features: [],
  };
}
