// The connection file: where the kernel listens and how messages are signed.

import { readFileSync } from "node:fs";

export interface Connection {
  transport: "tcp" | "ipc";
  ip: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
  key: string;
  signature_scheme: string;
}

export type Channel = "shell" | "control" | "iopub" | "stdin" | "hb";

/** @throws Error when the file is missing or is not a connection file */
export function readConnection(path: string): Connection {
  const connection = JSON.parse(readFileSync(path, "utf8")) as Connection;
  if (typeof connection.shell_port !== "number") {
    throw new Error(`readConnection: ${path} is not a Jupyter connection file: it names no shell_port`);
  }
  return connection;
}

/** The address of a channel, in ZeroMQ's notation. */
export function addressOf(connection: Connection, channel: Channel): string {
  const port = connection[`${channel}_port`];
  const separator = connection.transport === "tcp" ? ":" : "-";
  return `${connection.transport}://${connection.ip}${separator}${port}`;
}
