// Jupyter's messaging protocol to the letter. The client refuses messages with a wrong signature.

import { join } from "node:path";
import { expect } from "chai";
import { TestKernel } from "./client.js";

describe("the TypeScript kernel's protocol", function () {
  this.timeout(30_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.start();
  });
  after(() => kernel.stop());

  it("introduces itself", async () => {
    const info = await kernel.request("kernel_info_request");
    expect(info).to.include({
      status: "ok",
      protocol_version: "5.4",
      implementation: "nabla",
      debugger: false,
    });
    expect(info.language_info).to.include({
      name: "typescript",
      file_extension: ".ts",
      mimetype: "text/typescript",
    });
  });

  it("says busy, the input, the outputs and idle, in this order", async () => {
    const { order } = await kernel.run('console.log("a"); display("b"); 3');
    expect(order).to.deep.equal([
      "busy",
      "execute_input",
      "stream",
      "display_data",
      "execute_result",
      "idle",
    ]);
  });

  it("counts executions, and sends no input or result for silent ones", async () => {
    const first = (await kernel.run("1")).reply.execution_count as number;
    expect((await kernel.run("2")).reply.execution_count).to.equal(first + 1);
    const silent = await kernel.run("3", { silent: true });
    expect(silent.order).to.deep.equal(["busy", "idle"]);
  });

  it("aborts what waits behind an error, unless told otherwise", async () => {
    const statuses = async (stop_on_error: boolean) => {
      const ids = await Promise.all([
        kernel.send("throw 1", { stop_on_error }),
        kernel.send("2"),
        kernel.send("3"),
      ]);
      const outcomes = await Promise.all(ids.map((id) => kernel.outcome(id)));
      return outcomes.map(({ reply }) => reply.status);
    };
    expect(await statuses(true)).to.deep.equal(["error", "aborted", "aborted"]);
    expect(await statuses(false)).to.deep.equal(["error", "ok", "ok"]);
    expect((await kernel.run("4")).reply.status).to.equal("ok");
  });

  it("answers other requests while a cell runs, and says busy again", async () => {
    const id = await kernel.send("await new Promise((done) => setTimeout(done, 1e8))");
    expect((await kernel.request("comm_info_request")).comms).to.deep.equal({});
    await kernel.interrupt();
    expect((await kernel.outcome(id)).order.filter((state) => state === "busy").length).to.be.at.least(2);
  });

  it("closes a comm that a front end opens", async () => {
    const id = await kernel.ask(kernel.shell, "comm_open", {
      comm_id: "c1",
      target_name: "widget",
      data: {},
    });
    await kernel.until(() => kernel.messagesOf(id).some(({ header }) => header.msg_type === "comm_close"));
  });

  it("remembers inputs: tail, range and search", async () => {
    await kernel.run("const remembered = 1; remembered");
    const ask = async (content: object) =>
      (await kernel.request("history_request", { raw: true, output: false, ...content })).history as [
        number,
        number,
        unknown,
      ][];
    const tail = await ask({ hist_access_type: "tail", n: 1 });
    expect(tail[0]![2]).to.equal("const remembered = 1; remembered");
    const [session, line] = tail[0]!;
    expect(await ask({ hist_access_type: "range", session, start: line, stop: line + 1 })).to.deep.equal(
      tail,
    );
    expect(
      await ask({ hist_access_type: "search", pattern: "*remembered", n: 5, unique: true }),
    ).to.deep.equal(tail);
    expect((await ask({ hist_access_type: "tail", n: 1, output: true }))[0]![2]).to.deep.equal([
      tail[0]![2],
      "1",
    ]);
  });

  it("remembers over a restart what a person ran, and nothing that a program ran", async () => {
    const NABLA_HISTORY = join(kernel.folder, "kept", "history.jsonl");
    const first = await TestKernel.start({ NABLA_HISTORY });
    await first.run('"of a person"', { allow_stdin: true });
    await first.run('"of a program"');
    await first.stop();
    const second = await TestKernel.start({ NABLA_HISTORY });
    await second.run('"later"');
    const ask = (content: object) =>
      second.request("history_request", { raw: true, output: false, ...content });
    const { history } = await ask({ hist_access_type: "tail", n: 10 });
    const before = await ask({ hist_access_type: "range", session: -1, start: 1, stop: 10 });
    await second.stop();
    expect(history).to.deep.equal([
      [1, 1, '"of a person"'],
      [2, 1, '"later"'],
    ]);
    expect(before.history).to.deep.equal([[1, 1, '"of a person"']]);
  });

  it("answers user_expressions, each with its value or its error", async () => {
    const user_expressions = { sum: "a + 1", wrong: "a.nothing", late: "await Promise.resolve([a])" };
    const { reply, order } = await kernel.run("const a = 41;", { user_expressions });
    const values = reply.user_expressions as Record<
      string,
      { status: string; evalue?: string; data?: object }
    >;
    expect(values.sum).to.deep.equal({ status: "ok", data: { "text/plain": "42" }, metadata: {} });
    expect(values.late!.data).to.deep.equal({ "text/plain": "[ 41 ]" });
    expect(values.wrong).to.include({ status: "error", ename: "TypeScript" });
    expect(order).to.deep.equal(["busy", "execute_input", "idle"]);
  });

  it("pages what there is to know about a name, as IPython does", async () => {
    const { payload } = (await kernel.run("Math.hypot?")).reply as {
      payload: { data: Record<string, string> }[];
    };
    expect(payload[0]!.data["text/plain"]).to.match(
      /^\(method\) Math\.hypot\(\.\.\.values: number\[\]\): number\n\nReturns/,
    );
    const nothing = (await kernel.run("nothingHere?")).reply as {
      payload: { data: Record<string, string> }[];
    };
    expect(nothing.payload[0]!.data["text/plain"]).to.equal("nothingHere: there is nothing of this name");
  });

  it("takes no message with a wrong signature", async () => {
    const { Codec } = await import("../../kernel/protocol/message.js");
    const forged = new Codec("wrong", "hmac-sha256");
    const message = forged.make("execute_request", { code: "forged = 1", silent: false });
    expect(kernel.codec.decode(forged.encode(message))).to.equal(null);
    await kernel.shell.send(forged.encode(message));
    await kernel.run("1");
    expect(kernel.messagesOf(message.header.msg_id)).to.deep.equal([]);
  });

  it("runs an empty cell", async () => {
    expect((await kernel.run("  \n")).reply.status).to.equal("ok");
    expect((await kernel.run("// only a comment")).reply.status).to.equal("ok");
  });
});
