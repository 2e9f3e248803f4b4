/**
 * Which engine is chosen, by host and by KERNEL_LIB_ENGINE; each case is a process of its own.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { binary, fusedBinary } from "../../src/engines/wasm/binary.js";

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function run(entry: "index" | "core", env: Record<string, string>): { out: string; err: string } {
  const script = `import("${new URL(`../../src/${entry}.ts`, import.meta.url)}").then((np) => np.showConfig());`;
  const args = ["--import", "tsx", "-e", script];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    cwd: file("../.."),
    env: { ...process.env, KERNEL_LIB_ENGINE: "", ...env },
  });
  return { out: stdout, err: stderr };
}

describe("the choice of an engine", () => {
  it("is wasm where only the core is there, as in the sandbox", () => {
    expect(run("core", {}).out).to.match(
      /^engine: wasm\nwasm: SIMD kernels( with fused multiply-and-add)?\n$/,
    );
  });

  it("is forced by KERNEL_LIB_ENGINE", () => {
    expect(run("index", { KERNEL_LIB_ENGINE: "js" }).out).to.include(
      "engine: js (forced by KERNEL_LIB_ENGINE=js)",
    );
  });

  it("refuses a name that is none", () => {
    const { err } = run("core", { KERNEL_LIB_ENGINE: "gpu" });
    expect(err).to.include('KERNEL_LIB_ENGINE: must be js, wasm or blas, got "gpu"');
  });

  it("is blas in Node, and says in one line why products go elsewhere when there is no library", () => {
    const [engine, , blas] = run("index", { KERNEL_LIB_BLAS: "/no/such/library.so" }).out.split("\n");
    expect(engine).to.equal("engine: blas");
    expect(blas).to.match(/^blas: none, products use wasm \(KERNEL_LIB_BLAS=\/no\/such\/library.so: .+\)$/);
  });
});

describe("binary.ts", () => {
  it("is what the AssemblyScript sources compile to", () => {
    const script = `import("${new URL("../../build-wasm.mjs", import.meta.url)}").then(async (b) => process.stdout.write(await b.makeModule()));`;
    const made = execFileSync(process.execPath, ["-e", script], { encoding: "utf8" });
    expect(made).to.equal(readFileSync(file("../../src/engines/wasm/binary.ts"), "utf8"));
    for (const text of [binary, fusedBinary]) expect(made).to.include(text);
  });
});
