// From a cell's frames to messages. Text is gathered for a moment, so that 100,000 lines do not become 100,000
// messages; anything else that a cell shows comes after the text before it.

import type { Frame } from "../execute/frames.js";
import type { Message } from "../protocol/message.js";
import type { Sockets } from "../protocol/sockets.js";

type StreamName = "stdout" | "stderr";

const moment = 20; // milliseconds
const mostText = 200_000; // characters in one message

export class Outputs {
  private readonly sockets: Sockets;
  private gathered: { name: StreamName; parent: Message | null; parts: string[]; length: number } | null =
    null;
  private timer: NodeJS.Timeout | null = null;

  constructor(sockets: Sockets) {
    this.sockets = sockets;
  }

  stream(name: StreamName, text: string, parent: Message | null): void {
    if (this.gathered && (this.gathered.name !== name || this.gathered.parent !== parent)) this.flush();
    this.gathered ??= { name, parent, parts: [], length: 0 };
    this.gathered.parts.push(text);
    this.gathered.length += text.length;
    if (this.gathered.length > mostText) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), moment);
  }

  display(frame: Frame & { t: "display" }, parent: Message | null): void {
    const transient = frame.id === undefined ? {} : { display_id: frame.id };
    const type = frame.update ? "update_display_data" : "display_data";
    this.publish(type, { data: frame.data, metadata: frame.metadata, transient }, parent);
  }

  publish(type: string, content: Record<string, unknown>, parent: Message | null): void {
    this.flush();
    this.sockets.publish(type, content, parent);
  }

  /** Sends the text gathered so far. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const text = this.gathered;
    this.gathered = null;
    if (text) this.sockets.publish("stream", { name: text.name, text: text.parts.join("") }, text.parent);
  }
}
