import { expect } from "chai";
import { doctorReport } from "../../src/cli/doctor.js";
import { openSystemCalls } from "../../src/sandbox/canary.js";
import { possibleLayers } from "../../src/sandbox/launch.js";
import { seccompProgram } from "../../src/sandbox/seccomp.js";

const limits = { cpuSeconds: 4, memoryMb: 128 };

/** Runs the program as the kernel does, over the number, machine and first argument of a call. */
function verdict(program: Buffer, number: number, arch: number, argument = 0): number {
  const data: Record<number, number> = { 0: number, 4: arch, 16: argument };
  let accumulator = 0;
  for (let at = 0; ; at++) {
    const code = program.readUInt16LE(8 * at);
    const value = program.readUInt32LE(8 * at + 4);
    const jump = (yes: boolean): void => {
      at += program.readUInt8(8 * at + (yes ? 2 : 3));
    };
    if (code === 0x20) accumulator = data[value]!;
    else if (code === 0x15) jump(accumulator === value);
    else if (code === 0x35) jump(accumulator >= value);
    else if (code === 0x45) jump((accumulator & value) !== 0);
    else return value;
  }
}

const [allow, refuse, unknown, kill] = [0x7fff0000, 0x00050001, 0x00050026, 0x80000000];

describe("seccompProgram", () => {
  const machines: [string, number, Record<string, number>][] = [
    ["x64", 0xc000003e, { ptrace: 101, bpf: 321, fork: 57, listen: 50, clone: 56, read: 0, futex: 202 }],
    ["arm64", 0xc00000b7, { ptrace: 117, bpf: 280, fork: 97, listen: 201, clone: 220, read: 63, futex: 98 }],
  ];
  for (const [arch, audit, n] of machines)
    it(`refuses what it lists and lets threads through, on ${arch}`, () => {
      const program = seccompProgram(arch)!;
      for (const name of ["ptrace", "bpf", "fork", "listen"])
        expect(verdict(program, n[name]!, audit), name).to.equal(refuse);
      for (const name of ["read", "futex"]) expect(verdict(program, n[name]!, audit), name).to.equal(allow);
      expect(verdict(program, n.clone!, audit, 0x11), "a process").to.equal(refuse);
      expect(verdict(program, n.clone!, audit, 0x3d0f00), "a thread").to.equal(allow);
      expect(verdict(program, 435, audit), "clone3").to.equal(unknown);
      expect(verdict(program, 0x40000000 + 59, audit), "the second table").to.equal(refuse);
      expect(verdict(program, 0, 0x40000003), "another machine's calls").to.equal(kill);
    });

  it("is not made for a machine whose numbers nobody looked up", () => {
    expect(seccompProgram("riscv64")).to.equal(null);
  });

  it("closes in the real sandbox what is open without it", function () {
    const layers = possibleLayers().find((l) => l.seccomp);
    if (!layers) return this.skip();
    const open = openSystemCalls({ ...layers, seccomp: false }, limits);
    if (open.includes("unknown")) return this.skip();
    expect(open).to.include.members(["unshare", "socket", "pidfd_open"]);
    expect(openSystemCalls(layers, limits)).to.deep.equal([]);
  });
});

describe("doctorReport", () => {
  it("says what holds, and what to do about the rest", () => {
    const text = doctorReport(
      { bubblewrap: true, seccomp: true, rlimits: false },
      { bubblewrap: true, seccomp: true, rlimits: false },
      "Deno 1",
      "ps, every 250 ms",
    );
    expect(text).to.match(/^Deno 1\nok {7}Deno without permissions/);
    expect(text).to.include("\nok       bubblewrap\nok       seccomp\nmissing  resource limits");
    expect(text).to.include("install util-linux");
    expect(text).to.include("\nok       memory watched from outside: ps, every 250 ms\n");
    const none = { bubblewrap: false, seccomp: false, rlimits: false };
    expect(doctorReport(none, none, "Deno 1", null)).to.include(
      "\nmissing  memory watch: only V8's own heap limit",
    );
  });
});
