// A small Jupyter client for tests: starts the kernel as JupyterLab would and speaks the protocol with it.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Dealer, Subscriber } from "zeromq";
import { addressOf, type Connection } from "../../kernel/protocol/connection.js";
import { Codec, type Json, type Message } from "../../kernel/protocol/message.js";
import { root } from "../../launch/common.mjs";

/** The kernel. */
export const program: string = fileURLToPath(new URL("../../kernel/main.mjs", import.meta.url));

/** What one execute request brought about. */
export interface Outcome {
  reply: Json;
  /** messages on iopub that belong to the request, status and input left out */
  outputs: { type: string; content: Json }[];
  /** types of all messages on iopub, in order; status as "busy" and "idle" */
  order: string[];
  stdout: string;
  stderr: string;
  /** text/plain of the result */
  result: string | undefined;
}

export class TestKernel {
  readonly folder = mkdtempSync(join(tmpdir(), "nabla-kernel-"));
  readonly codec = new Codec("secret", "hmac-sha256");
  readonly shell = new Dealer({ linger: 0 });
  readonly control = new Dealer({ linger: 0 });
  readonly stdin = new Dealer({ linger: 0 });
  private readonly iopub = new Subscriber({ linger: 0 });
  private readonly heard = new Map<string, Message[]>();
  private readonly replies = new Map<string, Message>();
  private readonly questions: Message[] = [];
  private wake: (() => void)[] = [];
  process!: ChildProcess;
  exited = false;

  /** @param command - what starts the kernel, before the connection file */
  static async start(
    env: NodeJS.ProcessEnv = {},
    command = [process.execPath, program],
  ): Promise<TestKernel> {
    const kernel = new TestKernel();
    await kernel.open(env, command);
    return kernel;
  }

  /** A kernel in whose folder kernel-lib is installed. With CI undefined it shows what a person sees, also on CI. */
  static async startWithLibrary(env: NodeJS.ProcessEnv = {}): Promise<TestKernel> {
    const kernel = await TestKernel.start(env);
    mkdirSync(join(kernel.folder, "node_modules"));
    symlinkSync(join(root, "kernel-lib"), join(kernel.folder, "node_modules", "kernel-lib"), "junction");
    return kernel;
  }

  /** Runs a cell and waits until it is done. */
  async run(code: string, options: Json = {}): Promise<Outcome> {
    return this.outcome(await this.send(code, options));
  }

  /** Sends a cell and does not wait; returns the request's id. */
  send(code: string, options: Json = {}): Promise<string> {
    const defaults = { silent: false, store_history: true, stop_on_error: true, allow_stdin: false };
    return this.ask(this.shell, "execute_request", { code, user_expressions: {}, ...defaults, ...options });
  }

  /** Waits for the reply and the idle status of a request. */
  async outcome(id: string): Promise<Outcome> {
    await this.until(() => this.replies.has(id) && this.statesOf(id).includes("idle"));
    const messages = this.heard.get(id)!;
    const outputs = messages
      .map(({ header, content }) => ({ type: header.msg_type, content }))
      .filter(({ type }) => type !== "status" && type !== "execute_input");
    const text = (name: string) =>
      outputs
        .filter((o) => o.type === "stream" && o.content.name === name)
        .map((o) => o.content.text)
        .join("");
    const result = outputs.find((o) => o.type === "execute_result")?.content.data as Json | undefined;
    return {
      reply: this.replies.get(id)!.content,
      outputs,
      order: messages.map(({ header, content }) => String(content.execution_state ?? header.msg_type)),
      stdout: text("stdout"),
      stderr: text("stderr"),
      result: result?.["text/plain"] as string | undefined,
    };
  }

  /** Asks for anything but execution, and returns the reply's content. */
  async request(type: string, content: Json = {}, channel = this.shell): Promise<Json> {
    const id = await this.ask(channel, type, content);
    await this.until(() => this.replies.has(id));
    return this.replies.get(id)!.content;
  }

  /** Resolves when output of the request contains `text`. */
  async printed(id: string, text: string): Promise<void> {
    const all = () => (this.heard.get(id) ?? []).map(({ content }) => content.text ?? "").join("");
    await this.until(() => all().includes(text));
  }

  /** The next input_request. */
  async question(): Promise<Message> {
    await this.until(() => this.questions.length > 0);
    return this.questions.shift()!;
  }

  async answer(value: string): Promise<void> {
    await this.stdin.send(this.codec.encode(this.codec.make("input_reply", { value })));
  }

  interrupt(): Promise<Json> {
    return this.request("interrupt_request", {}, this.control);
  }

  async ask(socket: Dealer, type: string, content: Json): Promise<string> {
    const message = this.codec.make(type, content);
    await socket.send(this.codec.encode(message));
    return message.header.msg_id;
  }

  messagesOf(id: string): Message[] {
    return this.heard.get(id) ?? [];
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.exited) throw new Error("the kernel has ended");
      await new Promise<void>((resolve) => this.wake.push(resolve));
    }
  }

  async stop(): Promise<void> {
    if (!this.exited) this.process.kill("SIGTERM");
    await this.ended();
    for (const socket of [this.shell, this.control, this.stdin, this.iopub]) socket.close();
    rmSync(this.folder, { recursive: true });
  }

  ended(): Promise<void> {
    return this.exited ? Promise.resolve() : new Promise((done) => this.process.once("exit", () => done()));
  }

  private async open(env: NodeJS.ProcessEnv, [node, ...args]: string[]): Promise<void> {
    const connection = await freeConnection();
    const file = join(this.folder, ".connection.json");
    writeFileSync(file, JSON.stringify(connection));
    this.connect(connection);
    const stdio = ["ignore", "inherit", "inherit"] as const;
    this.process = spawn(node!, [...args, file], {
      cwd: this.folder,
      stdio: [...stdio],
      env: { ...process.env, NABLA_HISTORY: join(this.folder, ".history"), ...env },
    });
    this.process.once("exit", () => {
      this.exited = true;
      this.stir();
    });
    await this.request("kernel_info_request");
    while (!(await this.hearsStatus())); // a subscription takes a moment to arrive
  }

  private connect(connection: Connection): void {
    this.shell.routingId = this.stdin.routingId = this.codec.make("", {}).header.msg_id; // input goes to who executes
    this.shell.connect(addressOf(connection, "shell"));
    this.control.connect(addressOf(connection, "control"));
    this.stdin.connect(addressOf(connection, "stdin"));
    this.iopub.subscribe("");
    this.iopub.connect(addressOf(connection, "iopub"));
    for (const socket of [this.shell, this.control])
      void this.listen(socket, (m) => this.replies.set(this.parentOf(m), m));
    void this.listen(this.stdin, (message) => this.questions.push(message));
    void this.listen(this.iopub, (message) => this.hear(message));
  }

  private hear(message: Message): void {
    const id = this.parentOf(message);
    this.heard.set(id, [...(this.heard.get(id) ?? []), message]);
  }

  private parentOf(message: Message): string {
    return (message.parent as { msg_id?: string }).msg_id ?? "";
  }

  private async listen(socket: Dealer | Subscriber, take: (message: Message) => void): Promise<void> {
    for await (const frames of socket) {
      const message = this.codec.decode(frames as Uint8Array[]);
      if (message === null) throw new Error("a message with a wrong signature");
      take(message);
      this.stir();
    }
  }

  private async hearsStatus(): Promise<boolean> {
    const id = await this.ask(this.shell, "kernel_info_request", {});
    await this.until(() => this.replies.has(id));
    await new Promise((done) => setImmediate(done));
    return this.statesOf(id).length > 0;
  }

  private statesOf(id: string): unknown[] {
    return (this.heard.get(id) ?? [])
      .map(({ content }) => content.execution_state)
      .filter((state) => state !== undefined);
  }

  private stir(): void {
    for (const resolve of this.wake.splice(0)) resolve();
  }
}

async function freeConnection(): Promise<Connection> {
  const ports = await Promise.all(Array.from({ length: 5 }, freePort));
  const [shell_port, control_port, iopub_port, stdin_port, hb_port] = ports as [
    number,
    number,
    number,
    number,
    number,
  ];
  const address = {
    transport: "tcp",
    ip: "127.0.0.1",
    key: "secret",
    signature_scheme: "hmac-sha256",
  } as const;
  return { ...address, shell_port, control_port, iopub_port, stdin_port, hb_port };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
