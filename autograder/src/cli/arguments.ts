// Command-line arguments of one subcommand: files, flags and options, checked against what it knows.
import { parseArgs } from "node:util";

/** A mistake in the command line: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

export interface Known {
  readonly flags: readonly string[];
  readonly values: readonly string[];
}

export interface Arguments {
  readonly files: readonly string[];
  has(flag: string): boolean;
  value(option: string): string | null;
}

/** @throws UsageError naming an argument that is unknown or lacks its value */
export function readArguments(args: readonly string[], { flags, values }: Known): Arguments {
  const options = Object.fromEntries([
    ...flags.map((name) => [name, { type: "boolean" as const }]),
    ...values.map((name) => [name, { type: "string" as const }]),
  ]);
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const given = parsed.values as Record<string, string | boolean | undefined>;
    return {
      files: parsed.positionals,
      has: (flag) => given[flag] === true,
      value: (option) => (typeof given[option] === "string" ? given[option] : null),
    };
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0]!.replace(/\n.*/s, ""));
  }
}
