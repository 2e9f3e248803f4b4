// npx nabla-kernel: what it writes, that the copy runs by itself, and what the package holds.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { npm, run } from "../../launch/common.mjs";
import { TestKernel } from "./client.js";

const folder = fileURLToPath(new URL("../../kernel", import.meta.url));

describe("npx nabla-kernel", function () {
  this.timeout(60_000);
  let prefix: string;

  before(() => {
    prefix = mkdtempSync(join(tmpdir(), "nabla-install-"));
  });
  after(() => rmSync(prefix, { recursive: true }));

  const spec = (): string => join(prefix, "share", "jupyter", "kernels", "typescript");

  function call(...args: string[]): Promise<{ code: number; output: string }> {
    const env = { ...process.env, JUPYTER_DATA_DIR: join(prefix, "share", "jupyter") };
    return run(process.execPath, [join(folder, "install.mjs"), ...args], { env });
  }

  function argv(): string[] {
    return (JSON.parse(readFileSync(join(spec(), "kernel.json"), "utf8")) as { argv: string[] }).argv;
  }

  it("installs a kernel that runs without the package it came from", async () => {
    const { code, output } = await call("install", "--prefix", prefix);
    expect([code, output.trim()]).to.deep.equal([0, `installed the TypeScript kernel in ${spec()}`]);
    expect(argv()).to.deep.equal([
      "node",
      "{resource_dir}/node_modules/nabla-kernel/main.mjs",
      "{connection_file}",
    ]);
    const command = argv()
      .slice(0, 2)
      .map((part) => part.replace("{resource_dir}", spec()));
    const kernel = await TestKernel.start({}, command);
    const { result } = await kernel.run(
      'import { sep } from "node:path";\nconst two: number = 2;\n[two, sep.length]',
    );
    await kernel.stop();
    expect(result).to.equal("[ 2, 1 ]");
  });

  it("names full paths on request, for this user when nothing is said, and then needs no PATH", async () => {
    expect((await call("install", "--absolute")).code).to.equal(0);
    expect(argv()).to.deep.equal([
      process.execPath,
      join(spec(), "node_modules", "nabla-kernel", "main.mjs"),
      "{connection_file}",
    ]);
    const kernel = await TestKernel.start({ PATH: "" }, argv().slice(0, 2));
    const { result } = await kernel.run("const two: number = 2;\ntwo");
    await kernel.stop();
    expect(result).to.equal("2");
  });

  it("lists and removes what it installed", async () => {
    expect((await call("install")).code).to.equal(0);
    expect((await call("list")).output.trim()).to.equal(spec());
    expect((await call("uninstall")).output.trim()).to.equal(`removed ${spec()}`);
    expect((await call("list")).output).to.match(/^no TypeScript kernel of ours in /);
    const { code, output } = await call("uninstall");
    expect([code, output]).to.deep.equal([
      1,
      `nabla-kernel: there is no TypeScript kernel of ours in ${spec()}\n`,
    ]);
  });

  it("answers what it does not understand with the usage", async () => {
    const { code, output } = await call("instal");
    expect(code).to.equal(1);
    expect(output).to.match(/^nabla-kernel: unknown command instal\n\nUsage: npx nabla-kernel install/);
    expect((await call("install", "--user", "--prefix", prefix)).output).to.contain("exclude each other");
    expect((await call("--help")).output).to.match(/^Usage: npx nabla-kernel install/);
  });

  it("comes as a package with all it runs and none of its sources", async () => {
    const { output } = await npm(["pack", "--dry-run", "--json", "--loglevel=silent"], folder);
    const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith("dist/"))).to.have.members([
      ...["README.md", "package.json", "install.mjs", "main.mjs", "lean.cjs", "typescript.cjs"],
      ...["share/kernels/typescript/kernel.json", "share/kernels/typescript/logo-svg.svg"],
    ]);
    expect(paths).to.include.members([
      "dist/control/main.js",
      "dist/execute/main.js",
      "dist/language/worker.js",
    ]);
  });
});
