// The few things of Deno that the child uses, taken before the globals are scrubbed.

interface DenoCommand {
  outputSync(): unknown;
}

/** The part of Deno's interface that is used here. */
export interface DenoFace {
  readonly stdin: { readSync(into: Uint8Array): number | null };
  readonly stdout: { writeSync(from: Uint8Array): number };
  readonly ppid: number;
  readonly env: { get(name: string): string | undefined };
  readonly Command: new (path: string) => DenoCommand;
  exit(code: number): never;
  readTextFileSync(path: string): string;
  writeTextFileSync(path: string, text: string): void;
  readDirSync(path: string): Iterable<unknown>;
  listen(options: { port: number; hostname: string }): unknown;
  connect(options: { port: number; hostname: string }): Promise<unknown>;
  kill(pid: number, signal: string): void;
  dlopen(path: string, symbols: object): unknown;
  hostname(): string;
}

export const deno: DenoFace = (globalThis as unknown as { Deno: DenoFace }).Deno;
