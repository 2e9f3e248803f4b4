// Finds the Deno binary that npm installed for this platform and the child's bundle that the build made.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Trouble } from "../trouble.js";

const packages: Record<string, string> = {
  "linux x64": "linux-x64-glibc",
  "linux arm64": "linux-arm64-glibc",
  "darwin x64": "darwin-x64",
  "darwin arm64": "darwin-arm64",
  "win32 x64": "win32-x64",
  "win32 arm64": "win32-arm64",
};

/** Path of the binary inside @deno/<platform>. @throws Trouble when npm has none for this platform */
export function findDeno(platform: string = process.platform, arch: string = process.arch): string {
  const name = packages[`${platform} ${arch}`];
  if (!name)
    throw new Trouble(
      `deno: no binary is published for ${platform} ${arch}`,
      "grade on Linux, macOS or Windows",
    );
  const missing = new Trouble(`deno: the package @deno/${name} is not installed`, "run: npm install");
  try {
    const require = createRequire(import.meta.url);
    const fromDeno = createRequire(require.resolve("deno/package.json"));
    const folder = dirname(fromDeno.resolve(`@deno/${name}/package.json`));
    const binary = join(folder, platform === "win32" ? "deno.exe" : "deno");
    if (existsSync(binary)) return binary;
  } catch {
    throw missing;
  }
  throw missing;
}

/** Path of the child's bundle: the same below src/ and dist/. */
export function findChild(): string {
  const path = fileURLToPath(new URL("../../dist/child.mjs", import.meta.url));
  if (!existsSync(path)) throw new Trouble("autograder: dist/child.mjs is missing", "run: npm run build");
  return path;
}
