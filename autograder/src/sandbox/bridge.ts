// A synchronous way to the child: `ask` blocks this thread until the owner thread has an answer, so that hidden tests
// can be plain mocha and chai: `expect(learner.sigmoid(0)).to.equal(0.5)`.
import { once } from "node:events";
import { MessageChannel, type MessagePort, receiveMessageOnPort, type Worker } from "node:worker_threads";
import { startThread } from "../threads.js";
import type { Deadline, Reply } from "./child-process.js";
import type { Layers, Limits, Programs } from "./launch.js";
import type { OwnerData, OwnerReply, OwnerRequest } from "./owner.js";

/** The owner answers within the wall deadline; beyond this much more it is broken, not slow. */
const graceMs = 15_000;

export class Bridge {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal = new Int32Array(new SharedArrayBuffer(12));
  /** Requests whose answers have not been read. */
  #owed = 0;
  #seen = 0;
  /** The longest that a child lived on after it was killed, in seconds. */
  slowestKill = 0;

  /** Starts the owner thread; only when it runs may this one block. */
  static async open(programs: Programs): Promise<Bridge> {
    const bridge = new Bridge(programs);
    await once(bridge.#worker, "message");
    bridge.#worker.unref();
    return bridge;
  }

  private constructor(programs: Programs) {
    const { port1, port2 } = new MessageChannel();
    const data: OwnerData = { port: port2, signal: this.#signal, programs };
    this.#worker = startThread(import.meta.url, "./owner", {
      workerData: data,
      transferList: [port2],
      stdin: false,
    });
    this.#port = port1;
    port1.unref();
    process.on("exit", this.#killChildren);
  }

  /** Sets limits and layers and starts warming a child. Returns at once; the next request waits for it. */
  configure(limits: Limits, layers: Layers): void {
    this.#send({ op: "configure", limits, layers });
  }

  /** The next request goes to a child that has run nothing. */
  fresh(): void {
    this.#send({ op: "fresh" });
  }

  ask(kind: number, body: Uint8Array, deadline: Deadline): Reply {
    this.#send({ op: "ask", kind, body, deadline });
    while (this.#owed > 1) this.#receive(graceMs);
    const reply = this.#receive(deadline.wallSeconds * 1000 + graceMs) as Reply;
    this.slowestKill = Math.max(this.slowestKill, reply.killSeconds ?? 0);
    return reply;
  }

  async close(): Promise<void> {
    this.#killChildren();
    process.off("exit", this.#killChildren);
    this.#port.close();
    await this.#worker.terminate();
  }

  #send(request: OwnerRequest): void {
    this.#worker.postMessage(request);
    this.#owed++;
  }

  #receive(ms: number): OwnerReply {
    const end = performance.now() + ms;
    for (;;) {
      const message = receiveMessageOnPort(this.#port);
      if (message) {
        this.#owed--;
        return message.message as OwnerReply;
      }
      const seen = Atomics.load(this.#signal, 0);
      if (seen !== this.#seen) this.#seen = seen;
      else if (Atomics.wait(this.#signal, 0, seen, Math.max(end - performance.now(), 0)) === "timed-out")
        throw new Error("internal: the sandbox does not answer");
    }
  }

  readonly #killChildren = (): void => {
    for (const word of [1, 2]) {
      const pid = Atomics.load(this.#signal, word);
      if (pid > 0) killQuietly(pid);
    }
  };
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
