// The command line in this process, with its streams caught.
import { main } from "../../src/cli.js";

/** Runs the command line with stdout and stderr caught. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const caught = { out: "", err: "" };
  const streams = { out: process.stdout, err: process.stderr };
  const writes = { out: streams.out.write, err: streams.err.write };
  for (const key of ["out", "err"] as const)
    streams[key].write = ((text: string) => {
      caught[key] += text;
      return true;
    }) as typeof process.stdout.write;
  try {
    const code = await main(args);
    return { code, ...caught };
  } finally {
    streams.out.write = writes.out;
    streams.err.write = writes.err;
  }
}
