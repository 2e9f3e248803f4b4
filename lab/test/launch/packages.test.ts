// What counts as installed, and what is repaired: with small stand-ins for npm's folder and for Python.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root, run } from "../../launch/common.mjs";
import { alone } from "../../launch/lock.mjs";
import { packagesInstalled } from "../../launch/npm-packages.mjs";
import { ensurePython, pythonOf } from "../../launch/python.mjs";
import { writeProgram } from "../support/command.js";
import { makeFolder } from "../support/lab.js";

let folder: string;

beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("packagesInstalled", () => {
  const lock = {
    packages: {
      "": {},
      workspace: { version: "0.1.0" },
      "node_modules/a": { version: "1.0.0" },
      "node_modules/for-another-system": { version: "1.0.0", optional: true },
    },
  };

  function install(packages: object): void {
    mkdirSync(join(folder, "node_modules", "a"), { recursive: true });
    writeFileSync(join(folder, "node_modules", "a", "package.json"), "{}");
    writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  }

  it("holds when all but optional packages are there in the locked version", () => {
    install({ "node_modules/a": { version: "1.0.0" } });
    expect(packagesInstalled(folder)).to.equal(true);
  });

  it("does not hold after the lockfile has moved on", () => {
    install({ "node_modules/a": { version: "0.9.0" } });
    expect(packagesInstalled(folder)).to.equal(false);
  });

  it("does not hold when an install was cut off before npm wrote its record", () => {
    install({ "node_modules/a": { version: "1.0.0" } });
    rmSync(join(folder, "node_modules", ".package-lock.json"));
    expect(packagesInstalled(folder)).to.equal(false);
  });

  it("does not hold when a package's folder was deleted by hand", () => {
    install({ "node_modules/a": { version: "1.0.0" } });
    rmSync(join(folder, "node_modules", "a"), { recursive: true });
    expect(packagesInstalled(folder)).to.equal(false);
  });
});

describe("ensurePython", () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  /** A PATH with one Python on it, which makes environments that have everything. */
  function fakePython(version: string, modules: string): void {
    writeProgram(folder, "in-venv", "exit 0");
    const make = `/bin/mkdir -p "$4/bin"; /bin/cp "${folder}/in-venv" "$4/bin/python"; echo made >> "${folder}/made"`;
    const answer = `echo ${version}; echo "${modules}"`;
    writeProgram(join(folder, "bin"), "python3", `case "$*" in "-m venv"*) ${make};; *) ${answer};; esac`);
    process.env.PATH = join(folder, "bin");
  }

  const venv = (): string => join(folder, "venv");
  const timesMade = (): number =>
    existsSync(join(folder, "made"))
      ? readFileSync(join(folder, "made"), "utf8").trim().split("\n").length
      : 0;

  it("makes .venv once and leaves it alone afterwards", async () => {
    fakePython("3.12", "venv");
    await ensurePython(venv());
    await ensurePython(venv());
    expect(timesMade()).to.equal(1);
  });

  it("repairs a .venv whose Python does not run", async () => {
    fakePython("3.12", "venv");
    await ensurePython(venv());
    writeFileSync(join(venv(), "bin", "python"), "#!/no/such/python\n");
    await ensurePython(venv());
    expect(timesMade()).to.equal(2);
  });

  it("repairs a .venv that lacks a pinned package", async () => {
    fakePython("3.12", "venv");
    await ensurePython(venv());
    writeProgram(join(venv(), "bin"), "python", "exit 3");
    await ensurePython(venv());
    expect(timesMade()).to.equal(2);
  });

  it("says what to install when there is no Python", async () => {
    process.env.PATH = join(folder, "empty");
    expect(await troubleOf(ensurePython(venv()))).to.match(
      /^no Python found, 3\.10 or newer is needed\. Install it: /,
    );
  });

  it("says so when the only Python is too old", async () => {
    fakePython("3.8", "venv");
    expect(await troubleOf(ensurePython(venv()))).to.match(
      /^Python 3\.8 is too old, 3\.10 or newer is needed\. /,
    );
  });

  it("names the package that brings the venv module", async () => {
    fakePython("3.11", "");
    expect(await troubleOf(ensurePython(venv()))).to.equal(
      "Python 3.11 has no venv module. Install it: apt install python3.11-venv (Debian, Ubuntu)",
    );
  });
});

describe("installed.py", () => {
  async function exitCode(requirements: string): Promise<number> {
    writeFileSync(join(folder, "requirements.txt"), requirements);
    const script = join(root, "lab", "launch", "installed.py");
    return (await run(pythonOf(join(root, ".venv")), ["-I", script, join(folder, "requirements.txt")])).code;
  }

  it("finds in .venv what lab/requirements.txt pins", async () => {
    expect(await exitCode(readFileSync(join(root, "lab", "requirements.txt"), "utf8"))).to.equal(0);
  });

  it("misses another version, and a package that is not there", async () => {
    expect(await exitCode("jupyterlab==1.0.0 \\\n    --hash=sha256:00\n")).to.equal(3);
    expect(await exitCode("no-such-package==1.0.0\n")).to.equal(3);
  });

  it("does not miss what other systems need", async () => {
    expect(await exitCode("no-such-package==1.0.0 ; sys_platform == 'plan9'\n")).to.equal(0);
  });
});

describe("alone", () => {
  it("lets one set-up finish before the next begins", async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} ends`);
    };
    await Promise.all([alone(work("a"), folder), alone(work("b"), folder)]);
    expect(events).to.deep.equal(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("takes over from a set-up that was killed", async () => {
    writeFileSync(join(folder, "setup.lock"), "999999999");
    expect(await alone(async () => "done", folder)).to.equal("done");
  });
});

async function troubleOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return (error as Error).message;
  }
  return "no trouble";
}
