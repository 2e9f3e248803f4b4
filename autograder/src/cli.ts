// The command line: autograder COMMAND …. Exit codes: 0 done, 1 could not, 2 wrong usage.
import { createRequire } from "node:module";
import { UsageError } from "./cli/arguments.js";
import { commands } from "./cli/commands.js";
import { Trouble } from "./trouble.js";

const width = Math.max(...commands.map((c) => c.name.length));

const help = `Usage: autograder COMMAND [arguments]

Grades the functions that learners write in notebooks.

Commands:
${commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`).join("\n")}

  autograder COMMAND --help  tells more; --version prints the version.
`;

/** @param args - what stands behind `autograder`. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`autograder: ${error.message}; see autograder --help\n`);
      return 2;
    }
    process.stderr.write(error instanceof Trouble ? `${error.message}\n` : `${unexpected(error)}\n`);
    return 1;
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError("a command is missing");
  if (name === "--help" || name === "-h" || name === "help") return print(help);
  if (name === "--version" || name === "-V") return print(`${version()}\n`);
  const command = commands.find((c) => c.name === name);
  if (!command) throw new UsageError(`unknown command ${name}`);
  if (rest.includes("--help") || rest.includes("-h")) return print(command.help);
  return command.run(rest);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function version(): string {
  const require = createRequire(import.meta.url);
  return (require("../package.json") as { version: string }).version;
}

/** A full disk, a folder that may not be written to: what the system says, in a line. */
function unexpected(error: unknown): string {
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code && path && syscall) {
    const words = /: (.*?),/.exec((error as Error).message)?.[1] ?? syscall;
    return `${path}: ${words} (${code})`;
  }
  return `autograder: internal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
