// The canary goes in before the first learner: a child that tries to read, write, connect, spawn and signal. If anything
// succeeds, nothing is graded. It also finds out which layers this machine really has.
import { fileURLToPath } from "node:url";
import { Trouble } from "../trouble.js";
import { Decoder } from "../wire/decode.js";
import { Encoder } from "../wire/encode.js";
import { defaultCaps } from "../wire/format.js";
import { Answer, Ask } from "../wire/frame.js";
import { plainCodec } from "../wire/judge-codec.js";
import { Bridge } from "./bridge.js";
import type { Deadline } from "./child-process.js";
import { findChild, findDeno } from "./deno.js";
import { type Layers, type Limits, possibleLayers, runWithin } from "./launch.js";

const deadline: Deadline = { cpuSeconds: 5, wallSeconds: 10 };

/** What a learner's program must not find; the value is its own complaint. */
const globalsProgram = `
const found = ["Deno", "process", "require", "fetch", "WebSocket", "Worker", "Buffer", "caches", "localStorage",
  "navigator", "eval"].filter((name) => typeof globalThis[name] !== "undefined");
for (const f of [() => {}, async () => {}, function* () {}]) {
  try { new f.constructor("return 1"); found.push("code from strings"); } catch {}
}
return found.length === 0 ? () => {} : found.join(", ");`;

/**
 * Configures the strongest set of layers in which a child starts, after the canary found all of it closed.
 *
 * @param layers - sets to try, strongest first
 * @throws Trouble when something is open or no child starts
 */
export function sendCanary(bridge: Bridge, limits: Limits, file: string, layers = possibleLayers()): Layers {
  for (const candidate of layers) {
    bridge.configure(limits, candidate);
    bridge.fresh();
    const open = probe(bridge, file);
    if (open === null) continue;
    const all = [...open, ...probeGlobals(bridge)];
    if (all.length > 0)
      throw new Trouble(
        `sandbox: code inside it can ${all.join(", ")}`,
        "nothing was graded; please report this",
      );
    if (candidate.seccomp && openSystemCalls(candidate, limits).length > 0) continue;
    return candidate;
  }
  throw new Trouble(
    "sandbox: Deno does not start here",
    "reinstall with: npm install, then see deno --version",
  );
}

/** Not the child's own script: Deno gives a program its main module again without reading a file. */
const someFile = fileURLToPath(new URL("../../package.json", import.meta.url));

/** A script that makes system calls itself; Deno is given leave for it. */
const syscalls = fileURLToPath(new URL("../../dist/sandbox/child/syscalls.js", import.meta.url));

/** System calls that were not refused, "unknown" when the script did not come to its end. */
export function openSystemCalls(layers: Layers, limits: Limits): string[] {
  const programs = { deno: findDeno(), child: syscalls };
  const lines = runWithin(programs, limits, layers, ["--allow-ffi"]).trim().split("\n");
  return lines.pop() === "done" ? lines : ["unknown"];
}

/** The layers that hold on this machine, for somebody who grades nothing himself. @throws Trouble as the canary does */
export async function layersHere(layers?: Layers[]): Promise<Layers> {
  const bridge = await Bridge.open({ deno: findDeno(), child: findChild() });
  try {
    return sendCanary(bridge, { cpuSeconds: 10, memoryMb: 512 }, someFile, layers);
  } finally {
    await bridge.close();
  }
}

/** What was not refused; null when the child did not live to tell. */
function probe(bridge: Bridge, file: string): string[] | null {
  const request = new Encoder(plainCodec, defaultCaps);
  request.out.text(file);
  const reply = bridge.ask(Ask.probe, request.out.bytes(), deadline);
  if ("failure" in reply || reply.kind !== Answer.value) return null;
  return new Decoder(reply.body, plainCodec, defaultCaps).read() as string[];
}

function probeGlobals(bridge: Bridge): string[] {
  const request = new Encoder(plainCodec, defaultCaps);
  request.out.u8(1);
  request.out.u32(0);
  request.out.text("canary");
  request.out.u32(0); // no class
  request.out.text(globalsProgram);
  const reply = bridge.ask(Ask.load, request.out.bytes(), deadline);
  if ("failure" in reply) return ["end its process"];
  const type = new Decoder(reply.body, plainCodec, defaultCaps).read();
  return type === "function" ? [] : ["reach the host's globals"];
}
