// Stopping a cell, whatever it does; errors that would end a plain Node process; processes that must not stay behind.

import { expect } from "chai";
import { type Outcome, program, TestKernel } from "./client.js";

describe("a cell of the TypeScript kernel", function () {
  this.timeout(15_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.start();
    await kernel.run(
      "let n = 0;\nconst nap = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));",
    );
  });
  after(() => kernel.stop());

  /** Runs `code`, which prints "on" when it is under way, interrupts it, and returns how it ended. */
  async function interrupted(code: string): Promise<Outcome> {
    const id = await kernel.send(code);
    await kernel.printed(id, "on");
    await kernel.interrupt();
    return kernel.outcome(id);
  }

  const loops = {
    "a loop": "for (;;) n++;",
    "a loop after an await": "await nap(1); for (;;) n++;",
    "a loop with awaits": "for (;;) { n++; await nap(1); }",
    "a loop of microtasks": "for (;;) { n++; await null; }",
    "a long await": "await nap(1e8);",
    "Atomics.wait": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);",
    "a loop that prints": 'for (;;) { n++; console.log("x"); }',
    "a loop in a function of another cell": "await forever();",
    "a loop that catches everything": "for (;;) { try { n++; await nap(1); } catch {} }",
    "a loop in WebAssembly": `const loop = new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11,
    ]);
    (new WebAssembly.Instance(new WebAssembly.Module(loop)).exports.f as () => void)();`,
    "a loop in a package that gives way by nabla.resume": `const hook = Symbol.for("nabla.resume");
    const packages = new Function("hook", \`
      return async () => { for (;;) await new Promise((done) => setImmediate(() => { globalThis[hook](); done(); })); }
    \`);
    await packages(hook)();`,
    "an await for an interval": "setInterval(() => n++, 1); await nap(1e8);",
  };
  for (const [name, code] of Object.entries(loops)) {
    it(`is stopped in ${name}; variables stay, nothing runs on`, async () => {
      await kernel.run("async function forever() { for (;;) { n++; await nap(1); } }");
      const { reply } = await interrupted(`console.log("on"); ${code}`);
      expect(reply.status).to.equal("error");
      expect(reply.ename).to.equal("Interrupted");
      const { result } = await kernel.run("await nap(100); const before = n; await nap(30); n - before");
      expect(Number(result)).to.be.at.most(1);
    });
  }

  it("is left when its types take for ever to check; names stay", async () => {
    await kernel.run("interface Known { here: number }\nconst known: Known = { here: 1 };");
    const bomb = `type Row<N extends number, A extends 0[] = []> = A["length"] extends N ? A : Row<N, [...A, 0]>;
      ${Array.from({ length: 4000 }, (_, i) => `let r${i}: Row<${900 + (i % 90)}> & Row<${800 + (i % 95)}>;`).join("\n")}`;
    const id = await kernel.send(bomb);
    await kernel.until(() => kernel.messagesOf(id).some(({ header }) => header.msg_type === "execute_input"));
    await kernel.interrupt();
    expect((await kernel.outcome(id)).reply.evalue).to.equal("the cell was stopped before it ran");
    expect((await kernel.run("const again: Known = known;\nagain.here")).result).to.equal("1");
  });

  it("is stopped in the wait for a program, which ends as by Ctrl-C", async () => {
    await kernel.run('import { execFileSync } from "node:child_process";');
    const { reply } = await interrupted(
      'console.log("on"); execFileSync(process.execPath, ["-e", "setTimeout(() => {}, 1e8)"]); n = -7;',
    );
    expect(reply.evalue).to.equal("the cell was stopped");
    expect((await kernel.run("n !== -7")).result).to.equal("true");
  });

  it("ends the workers and programs that it has started; those of earlier cells stay", async () => {
    const setUp = `import { spawn } from "node:child_process";
      import { Worker } from "node:worker_threads";
      const beats = new Int32Array(new SharedArrayBuffer(8));
      function work(place: number, loop: string): Worker {
        const code = "const { beats, place } = require('node:worker_threads').workerData; " + loop;
        return new Worker(code, { eval: true, workerData: { beats, place } });
      }
      const idle = () => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
      const earlier = [work(0, "setInterval(() => beats[place]++, 1)"), idle()] as const;`;
    expect((await kernel.run(setUp)).reply.status).to.equal("ok");
    await interrupted(`const stopped = [work(1, "for (;;) beats[place]++"), idle()] as const;
      while (beats[1] === 0) await nap(1);
      console.log("on");
      await nap(1e8);`);
    const { result } =
      await kernel.run(`while (stopped[0].threadId >= 0 || stopped[1].signalCode === null) await nap(1);
      const before = beats[0];
      while (beats[0] === before) await nap(1);
      earlier[1].signalCode`);
    expect(result).to.equal("null");
    await kernel.run("await earlier[0].terminate(); earlier[1].kill();");
  });

  it("is left in native code that cannot be stopped; the next cell waits for its end", async () => {
    const deaf = 'process.on("SIGINT", () => {}); setTimeout(() => {}, 3000)';
    const { reply } = await interrupted(
      `console.log("on"); execFileSync(process.execPath, ["-e", ${JSON.stringify(deaf)}]); n = -7;`,
    );
    expect(reply.evalue).to.match(/^the cell is in native code, which ends when it is done/);
    expect((await kernel.run("n !== -7")).result).to.equal("true");
  });

  it("is stopped such that its finally blocks run", async () => {
    await interrupted(
      'let closed = false; console.log("on"); try { for (;;) await nap(1); } finally { closed = true; }',
    );
    expect((await kernel.run("await nap(20); closed")).result).to.equal("true");
  });

  it("takes those that wait behind it with it when it is stopped", async () => {
    const first = await kernel.send('console.log("on"); for (;;);');
    const second = await kernel.send("n = -1");
    await kernel.printed(first, "on");
    await kernel.interrupt();
    expect((await kernel.outcome(second)).reply.status).to.equal("aborted");
    expect((await kernel.outcome(first)).reply.status).to.equal("error");
  });

  it("reports process.exit and process.abort, and goes on", async () => {
    const aborted = await kernel.run("process.abort()");
    expect(aborted.reply.evalue).to.match(/^process\.abort\(\) is not obeyed in a notebook/);
    const { reply } = await kernel.run("process.exit(3)");
    expect(reply.evalue).to.match(/^process\.exit\(3\) is not obeyed in a notebook/);
    expect((await kernel.run("typeof n")).result).to.equal("'number'");
  });

  it("reports a rejection that nobody handles, with the cell it comes from", async () => {
    const id = await kernel.send("void nap(1).then(() => { throw new RangeError('too late'); });");
    const { reply } = await kernel.outcome(id);
    await kernel.printed(id, "too late");
    const text = kernel
      .messagesOf(id)
      .map(({ content }) => content.text ?? "")
      .join("");
    expect(text).to.match(/RangeError: too late\n +at .*cell \d+, line 1, column 32/);
    expect(text).to.contain(`cell ${reply.execution_count}, line 1`);
  });

  it("reports a stack overflow as an error", async () => {
    const { reply } = await kernel.run("function deep(): number { return deep() + 1; }\ndeep()");
    expect(reply.evalue).to.equal("Maximum call stack size exceeded");
  });

  it("says so when the memory is full, with a cure, and starts a new program", async () => {
    const small = await TestKernel.start({ NABLA_MEMORY: "64" });
    const { reply } = await small.run(
      "const rows: number[][] = [];\nfor (;;) rows.push(new Array(1000).fill(rows.length));",
    );
    expect(reply.ename).to.equal("KernelRestarted");
    expect(reply.evalue).to.match(
      /^the program ran out of memory. Keep fewer or smaller values, or set NABLA_MEMORY=128 before Jupyter starts\. A new one/,
    );
    expect((await small.run("6 * 7")).result).to.equal("42");
    await small.stop();
  });

  it("says so when the program dies, and starts a new one", async () => {
    await kernel.run('import { spawn } from "node:child_process";');
    const { reply } =
      await kernel.run(`spawn("node", ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
      process.kill(process.pid, "SIGKILL");
      for (;;);`);
    expect(reply.ename).to.equal("KernelRestarted");
    expect(reply.evalue).to.match(
      /ended by SIGKILL, as the system does when memory runs out\. A new one has been started: all variables are gone/,
    );
    expect((await kernel.run("n")).reply.evalue).to.match(/Cannot find name 'n'/);
    expect((await kernel.run("6 * 7")).result).to.equal("42");
  });
});

describe("the TypeScript kernel's processes", function () {
  this.timeout(15_000);

  for (const [name, end] of Object.entries({
    "a shutdown request": (kernel: TestKernel) =>
      kernel.request("shutdown_request", { restart: false }, kernel.control),
    "a request to shut down for a restart": (kernel: TestKernel) =>
      kernel.request("shutdown_request", { restart: true }, kernel.control),
    SIGTERM: (kernel: TestKernel) => kernel.process.kill("SIGTERM"),
    SIGKILL: (kernel: TestKernel) => kernel.process.kill("SIGKILL"),
  })) {
    it(`end all after ${name}, also in an endless loop`, async () => {
      const kernel = await TestKernel.start();
      const { result } = await kernel.run(family);
      const id = await kernel.send('console.log("on"); for (;;);');
      await kernel.printed(id, "on");
      await end(kernel);
      await kernel.ended();
      await Promise.all((JSON.parse(result!) as number[]).map(gone));
      await kernel.stop();
    });
  }

  it("end all when what started them is killed, as JupyterLab may be, also in an endless loop", async () => {
    const starter =
      'require("child_process").spawn(process.execPath, process.argv.slice(1), { stdio: "inherit" });';
    const kernel = await TestKernel.start({}, [process.execPath, "-e", starter, program]);
    const { result } = await kernel.run(family);
    const id = await kernel.send('console.log("on"); for (;;);');
    await kernel.printed(id, "on");
    kernel.process.kill("SIGKILL");
    await Promise.all((JSON.parse(result!) as number[]).map(gone));
    await kernel.stop();
  });
});

/** The learner's process, the kernel's, and a program that the cell starts. */
const family = `import { spawn } from "node:child_process";
  const started = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  [process.pid, process.ppid, started.pid]`;

/** Resolves when the process has ended; a test that waits for ever fails by its timeout. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}
