// Compiles the AssemblyScript kernels and writes them, as base64, into a TypeScript module that is committed: so the
// sources run without a build, and bundles need no file beside them.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const folder = fileURLToPath(new URL("src/engines/wasm/", import.meta.url));
const target = `${folder}binary.ts`;

/** The text of binary.ts, made from the sources in assembly/. */
export async function makeModule() {
  const sources = ["assembly/index.ts", "-O3", "--converge", "--runtime", "stub", "--noAssert"];
  const memory = ["--initialMemory", "41"]; // pages of 64 KiB: what matmul.ts needs for its blocks
  const args = [...sources, "--enable", "simd", ...memory, "--baseDir", folder, "--outFile", "kernels.wasm"];
  let binary;
  const { error, stderr } = await asc.main(args, {
    writeFile: (_name, contents) => {
      binary = contents;
    },
  });
  if (error) throw new Error(`compiling the wasm kernels failed: ${error.message}\n${stderr.toString()}`);
  const text = Buffer.from(binary).toString("base64");
  return `/** The kernels of assembly/, compiled by build-wasm.mjs: ${binary.length} bytes of WebAssembly. */
export const binary: string = "${text}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await makeModule();
  if (readFileSync(target, { encoding: "utf8", flag: "a+" }) !== text) writeFileSync(target, text);
}
