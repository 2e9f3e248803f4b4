// Compiles the AssemblyScript kernels and writes them, as base64, into a TypeScript module that is committed: so the
// sources run without a build, and bundles need no file beside them. They are compiled twice: with fused
// multiply-and-add, which is relaxed SIMD, and without.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const folder = fileURLToPath(new URL("src/engines/wasm/", import.meta.url));
const target = `${folder}binary.ts`;

/**
 * @param {string[]} features
 * @returns {Promise<Uint8Array>}
 */
async function compile(...features) {
  const sources = ["assembly/index.ts", "-O3", "--converge", "--runtime", "stub", "--noAssert"];
  const memory = ["--initialMemory", "41"]; // pages of 64 KiB: what matmul.ts needs for its blocks
  const enabled = features.flatMap((feature) => ["--enable", feature]);
  const args = [...sources, ...enabled, ...memory, "--baseDir", folder, "--outFile", "kernels.wasm"];
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main(args, {
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) binary = contents;
    },
  });
  if (error) throw new Error(`compiling the wasm kernels failed: ${error.message}\n${stderr.toString()}`);
  return binary;
}

/** The text of binary.ts, made from the sources in assembly/. */
export async function makeModule() {
  const [plain, fused] = [await compile("simd"), await compile("simd", "relaxed-simd")];
  const text = (/** @type {Uint8Array} */ binary) => Buffer.from(binary).toString("base64");
  return `/** The kernels of assembly/, compiled by build-wasm.mjs: ${plain.length} bytes of WebAssembly. */
export const binary: string = "${text(plain)}";

/** The same with fused multiply-and-add: ${fused.length} bytes. */
export const fusedBinary: string = "${text(fused)}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await makeModule();
  if (readFileSync(target, { encoding: "utf8", flag: "a+" }) !== text) writeFileSync(target, text);
}
