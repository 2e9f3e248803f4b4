// Jupyter's messaging protocol to the letter. The client refuses messages with a wrong signature.

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
