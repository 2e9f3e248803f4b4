// Jupyter messages as values, and as signed frames on the wire: identities, delimiter, HMAC signature, then header,
// parent header, metadata and content as JSON, then binary buffers.
// https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol

import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The version of Jupyter's messaging protocol spoken here. */
export const protocolVersion = "5.4";

export type Json = Record<string, unknown>;

export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
}

export interface Message {
  identities: Uint8Array[];
  header: Header;
  parent: Header | Record<string, never>;
  metadata: Json;
  content: Json;
  buffers: Uint8Array[];
}

const delimiter = Buffer.from("<IDS|MSG>");

/** Writes and reads messages of one session. */
export class Codec {
  private readonly session = randomUUID();
  private readonly key: string;
  private readonly hash: string;

  /**
   * @param key - the connection file's key; empty: messages are neither signed nor checked
   * @param scheme - for example "hmac-sha256"
   */
  constructor(key: string, scheme: string) {
    this.key = key;
    this.hash = scheme.replace(/^hmac-/, "");
  }

  /** A message of ours, in answer to `parent` or, without one, on our own account. */
  make(type: string, content: Json, parent?: Message | null, metadata: Json = {}): Message {
    const header: Header = {
      msg_id: randomUUID(),
      session: this.session,
      username: "kernel",
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    };
    return {
      identities: parent?.identities ?? [],
      header,
      parent: parent?.header ?? {},
      metadata,
      content,
      buffers: [],
    };
  }

  encode(message: Message): Uint8Array[] {
    const parts = [message.header, message.parent, message.metadata, message.content].map((part) =>
      Buffer.from(JSON.stringify(part)),
    );
    return [...message.identities, delimiter, Buffer.from(this.sign(parts)), ...parts, ...message.buffers];
  }

  /** @returns the message, or null when the frames are malformed or carry a wrong signature */
  decode(frames: Uint8Array[]): Message | null {
    const at = frames.findIndex((frame) => delimiter.equals(frame));
    if (at < 0 || frames.length < at + 6) return null;
    const parts = frames.slice(at + 2, at + 6);
    if (!this.isSigned(parts, frames[at + 1]!)) return null;
    try {
      const [header, parent, metadata, content] = parts.map((part) => JSON.parse(String(Buffer.from(part))));
      return {
        identities: frames.slice(0, at),
        header,
        parent,
        metadata,
        content,
        buffers: frames.slice(at + 6),
      };
    } catch {
      return null;
    }
  }

  private sign(parts: Uint8Array[]): string {
    if (this.key === "") return "";
    const hmac = createHmac(this.hash, this.key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  private isSigned(parts: Uint8Array[], signature: Uint8Array): boolean {
    const wanted = Buffer.from(this.sign(parts));
    return wanted.length === signature.length && timingSafeEqual(wanted, signature);
  }
}
