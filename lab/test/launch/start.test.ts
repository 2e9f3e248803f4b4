// The launcher as a program: its one-line errors, what it leaves in the home folder, and that nothing outlives it.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { isAlive } from "../../launch/lock.mjs";
import { node, standInClone } from "../support/command.js";
import { callLab, descendants, type Lab, makeFolder, startCommand, startLab, until } from "../support/lab.js";

describe("npm start", function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = makeFolder();
  });
  after(() => rmSync(folder, { recursive: true }));

  it("ends with the usage at an unknown option", async () => {
    const { code, output } = await node([startCommand, "--nobrowser"]);
    expect(code).to.equal(1);
    expect(output).to.match(/^nabla: unknown option --nobrowser\n\nUsage: npm start/);
  });

  it("says in one line that Node is too old", async () => {
    const old = 'Object.defineProperty(process, "versions", { value: { node: "18.20.0" } })';
    const { code, output } = await node(["--import", `data:text/javascript,${old}`, startCommand]);
    expect(code).to.equal(1);
    expect(output.trim()).to.equal(
      "nabla: Node 18.20.0 is too old, 20.19 or newer is needed. Install it from https://nodejs.org",
    );
  });

  it("says that the port is taken, before any work", async () => {
    const server = await listen();
    const { port } = server.address() as { port: number };
    const { code, output } = await node([startCommand, "--no-browser", "--port", String(port)]);
    server.close();
    expect(code).to.equal(1);
    expect(output.trim()).to.equal(
      `nabla: port ${port} is taken by another program. Choose another, or leave --port out to get a free one`,
    );
  });

  it("says what is missing on a machine without Python", async () => {
    const files = ["package-lock.json", "node_modules", "lab/launch", "lab/tslab"];
    const clone = standInClone(join(folder, "no-python"), files);
    const { code, output } = await setup(clone, { PATH: join(folder, "empty") });
    expect(code).to.equal(1);
    expect(output).to.match(/^nabla: no Python found, 3\.10 or newer is needed\. Install it: .*\n$/);
  });

  it("blames the network when npm cannot reach its registry", async () => {
    const clone = standInClone(join(folder, "no-network"), ["lab/launch", "lab/tslab"]);
    const wanted = { name: "clone", version: "1.0.0", dependencies: { chai: "6.3.0" } };
    const packages = { "": wanted, "node_modules/chai": { version: "6.3.0", integrity: "sha512-AAAA" } };
    writeFileSync(join(clone, "package.json"), JSON.stringify(wanted));
    writeFileSync(join(clone, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, packages }));
    const nobody = { npm_config_registry: "http://127.0.0.1:9/", npm_config_fetch_retries: "0" };
    const { code, output } = await setup(clone, nobody);
    expect(code).to.equal(1);
    expect(output).to.contain(
      "installing the npm packages failed: the network did not answer. Check the connection",
    );
  });

  it("leaves no process behind at Ctrl-C, and nothing in the home folder", async () => {
    const home = join(folder, "home");
    mkdirSync(home);
    const lab = await startLab(folder, { HOME: home });
    const started = await startKernel(lab);
    expect(await lab.stop()).to.equal(0);
    await until(() => !started.some(isAlive));
    expect(readdirSync(home)).to.deep.equal([]);
  });

  it("leaves no process behind when it is killed outright", async () => {
    const lab = await startLab(folder);
    const started = await startKernel(lab);
    lab.process.kill("SIGKILL");
    await until(() => !started.some(isAlive));
  });

  it("leaves no kernel behind when JupyterLab itself is killed, and ends", async () => {
    const lab = await startLab(folder);
    const started = await startKernel(lab);
    process.kill(started[0]!, "SIGKILL"); // the server: all others are below it
    await lab.ended;
    await until(() => !started.some(isAlive));
  });
});

/** Runs set-up in a stand-in clone, whose launcher is a link: Node must not resolve it back to the real one. */
function setup(clone: string, env: NodeJS.ProcessEnv): ReturnType<typeof node> {
  const flags = ["--preserve-symlinks", "--preserve-symlinks-main"];
  return node([...flags, join(clone, "lab", "launch", "setup.mjs")], { npm_execpath: "", ...env });
}

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "localhost", () => resolve(server));
  });
}

/** Starts a kernel of each kind and returns all processes the launcher has by now. */
async function startKernel(lab: Lab): Promise<number[]> {
  for (const name of ["typescript", "tslab"]) await callLab(lab, "POST", "/api/kernels", { name });
  const pids = (): number[] => descendants(lab.process.pid!);
  await until(() => pids().length >= 4); // the server, two kernels, and the learner's process of ours
  return pids();
}
