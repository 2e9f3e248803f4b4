#!/usr/bin/env node
// Starts the built command line; says how to build it when it is not there.
import { existsSync } from "node:fs";

const cli = new URL("../dist/cli.js", import.meta.url);
const library = new URL("../../kernel-lib/dist/index.js", import.meta.url);
const missing = [
  [cli, "autograder"],
  [library, "kernel-lib"],
].filter(([url]) => !existsSync(url));

if (missing.length > 0) {
  process.stderr.write(
    `autograder: ${missing.map(([, name]) => name).join(" and ")} not built; run: npm run build\n`,
  );
  process.exitCode = 1;
} else {
  const { main } = await import(cli.href);
  process.exitCode = await main(process.argv.slice(2));
}
