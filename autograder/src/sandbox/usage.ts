// What a process uses, as the operating system tells: /proc on Linux, at once; `ps` on macOS and `tasklist` on Windows, which
// answer after a while, so the last answer counts.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Use {
  /** null where it cannot be known in time. */
  readonly cpuSeconds: number | null;
  readonly rssMb: number;
}

/** null before the first answer, for a process that is gone, and where nobody can tell. */
export type UseOf = (pid: number) => Use | null;

/** How a program is asked for the memory of a process, and how its answer is read. */
export interface Teller {
  readonly name: string;
  readonly command: string;
  args(pid: number): string[];
  /** @returns MB, null when there is no such process */
  read(answer: string): number | null;
}

const ps: Teller = {
  name: "ps",
  command: "/bin/ps",
  args: (pid) => ["-o", "rss=", "-p", String(pid)],
  read: (answer) => (/^\s*\d+\s*$/.test(answer) ? Number(answer) / 1024 : null),
};

/** "deno.exe","1234","Console","1","123,456 K": the separator is the country's. */
const tasklist: Teller = {
  name: "tasklist",
  command: "tasklist",
  args: (pid) => ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"],
  read: (answer) => {
    const kilobytes = /"([\d\s.,'\u00a0\u202f]+)K"\s*$/i.exec(answer)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes.replace(/\D/g, "")) / 1024;
  },
};

/** null where /proc tells, or nothing does. */
export function tellerOf(platform: string = process.platform): Teller | null {
  return platform === "win32" ? tasklist : platform === "linux" ? null : ps;
}

export const useOf: UseOf = makeUseOf(tellerOf());

/** @param teller - null for /proc */
export function makeUseOf(teller: Teller | null): UseOf {
  return teller ? askedUse(teller) : procUse;
}

const askEveryMs = 250;

/** One process at a time is asked about: the one that works on a request. */
function askedUse(teller: Teller): UseOf {
  let known: { readonly pid: number; readonly use: Use | null } = { pid: 0, use: null };
  let isAsking = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  return (pid) => {
    if (known.pid !== pid) known = { pid, use: null };
    if (isAsking || performance.now() - askedAt < askEveryMs) return known.use;
    isAsking = true;
    askedAt = performance.now();
    execFile(teller.command, teller.args(pid), { timeout: 5000, windowsHide: true }, (_, answer) => {
      isAsking = false;
      const rssMb = teller.read(answer);
      if (known.pid === pid) known = { pid, use: rssMb === null ? null : { cpuSeconds: null, rssMb } };
    });
    return known.use;
  };
}

/** Of a process and its descendants. */
function procUse(pid: number): Use | null {
  let cpuTicks = 0;
  let pages = 0;
  for (const p of family(pid)) {
    try {
      const stat = readFileSync(`/proc/${p}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      cpuTicks += Number(fields[11]) + Number(fields[12]);
      pages += Number(fields[21]);
    } catch {
      if (p === pid) return null;
    }
  }
  return { cpuSeconds: cpuTicks / 100, rssMb: (pages * 4096) / 2 ** 20 };
}

function family(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return [pid, ...children.flatMap((child) => family(Number(child)))];
  } catch {
    return [pid];
  }
}
