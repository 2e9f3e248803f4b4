// The canary: tries what a learner must not be able to do, with Deno's whole interface in hand, and tells what was not
// refused. "Refused" means by permission: a file that does not exist would be no proof.
import type { DenoFace } from "./deno-globals.js";

/** Names of the attempts that were not refused. @param file - a file that exists outside the sandbox */
export async function probe(deno: DenoFace, file: string): Promise<string[]> {
  const local = { hostname: "127.0.0.1", port: 9 };
  const attempts: [string, () => unknown][] = [
    ["read a file", () => deno.readTextFileSync(file)],
    ["list a folder", () => Array.from(deno.readDirSync("/"))],
    ["write a file", () => deno.writeTextFileSync(`${file}.canary`, "")],
    ["import a file", () => import(`file://${file}`)],
    ["read the environment", () => deno.env.get("HOME")],
    ["listen on a socket", () => deno.listen({ ...local, port: 0 })],
    ["open a socket", () => deno.connect(local)],
    ["start a program", () => new deno.Command(file).outputSync()],
    ["signal its parent", () => deno.kill(deno.ppid, "SIGCONT")],
    ["load a native library", () => deno.dlopen(file, {})],
    ["ask for the host's name", () => deno.hostname()],
  ];
  const open: string[] = [];
  for (const [name, attempt] of attempts) if (!(await isRefused(attempt))) open.push(name);
  return open;
}

async function isRefused(attempt: () => unknown): Promise<boolean> {
  try {
    await attempt();
    return false;
  } catch (error) {
    const { name, message } = error as Error;
    return name === "NotCapable" || message.includes("run again with the --allow-");
  }
}
