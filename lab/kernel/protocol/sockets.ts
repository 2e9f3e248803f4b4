// The five sockets of a kernel. Sending is queued per socket (ZeroMQ takes one send at a time); what arrives on shell,
// control and stdin is checked and handed to one function.

import { Reply, Router, XPublisher } from "zeromq";
import { addressOf, type Channel, type Connection } from "./connection.js";
import { Codec, type Json, type Message } from "./message.js";

export type Incoming = "shell" | "control" | "stdin";
type Outgoing = Router | XPublisher;
export type Receive = (channel: Incoming, message: Message) => void;

export class Sockets {
  readonly codec: Codec;
  private readonly connection: Connection;
  private readonly routers: Record<Incoming, Router>;
  private readonly iopub = new XPublisher({ sendHighWaterMark: 0, linger: 1000, verbosity: "allSubs" });
  private readonly heartbeat = new Reply({ linger: 0 });
  private readonly lines = new Map<Outgoing, Promise<void>>();
  private readonly unsent: [Outgoing, Message][] = [];

  constructor(connection: Connection) {
    this.connection = connection;
    this.codec = new Codec(connection.key, connection.signature_scheme);
    const router = () => new Router({ sendHighWaterMark: 0, linger: 1000 });
    this.routers = { shell: router(), control: router(), stdin: router() };
  }

  /** Binds all channels and begins to hand incoming messages to `receive`. */
  async open(receive: Receive): Promise<void> {
    const at = (channel: Channel) => addressOf(this.connection, channel);
    await Promise.all([
      this.iopub.bind(at("iopub")),
      this.heartbeat.bind(at("hb")),
      ...incoming.map((channel) => this.routers[channel].bind(at(channel))),
    ]);
    for (const channel of incoming) void this.listen(channel, receive);
    void this.echo();
    void this.welcome();
  }

  /** Publishes to all front ends. */
  publish(type: string, content: Json, parent: Message | null, metadata: Json = {}): void {
    const message = this.codec.make(type, content, parent, metadata);
    message.identities = [Buffer.from(type)];
    this.enqueue(this.iopub, message);
  }

  /** Answers on the channel, to the front end, that `parent` came from. */
  reply(channel: Incoming, type: string, content: Json, parent: Message): void {
    this.enqueue(this.routers[channel], this.codec.make(type, content, parent));
  }

  /** Resolves when everything sent so far is with ZeroMQ, then closes the sockets. */
  async close(): Promise<void> {
    this.sendAll();
    await Promise.all(this.lines.values());
    for (const socket of [...Object.values(this.routers), this.iopub, this.heartbeat]) socket.close();
  }

  /** Messages leave together, after all that is done now: what a cell waits for goes first. */
  private enqueue(socket: Outgoing, message: Message): void {
    if (this.unsent.push([socket, message]) === 1) setImmediate(() => this.sendAll());
  }

  private sendAll(): void {
    for (const [socket, message] of this.unsent.splice(0)) {
      const frames = this.codec.encode(message);
      const before = this.lines.get(socket) ?? Promise.resolve();
      const sent = before.then(() => socket.send(frames)).catch(() => undefined); // the front end has gone: nobody to tell
      this.lines.set(socket, sent);
    }
  }

  private async listen(channel: Incoming, receive: Receive): Promise<void> {
    for await (const frames of this.routers[channel]) {
      const message = this.codec.decode(frames);
      if (message) receive(channel, message);
    }
  }

  /** Tells each front end that it is now heard; one that waits for this misses nothing. */
  private async welcome(): Promise<void> {
    for await (const [subscription] of this.iopub) {
      if (subscription![0] !== 1) continue; // 0: it has left
      const topic = subscription!.subarray(1);
      const message = this.codec.make("iopub_welcome", { subscription: String(topic) });
      message.identities = [topic];
      this.enqueue(this.iopub, message);
    }
  }

  private async echo(): Promise<void> {
    for await (const frames of this.heartbeat) await this.heartbeat.send(frames);
  }
}

const incoming: Incoming[] = ["shell", "control", "stdin"];
