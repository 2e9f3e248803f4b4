import { join } from "node:path";
import { expect } from "chai";
import { root } from "../../launch/common.mjs";
import { nodeProblem } from "../../launch/node-version.mjs";
import { parseOptions } from "../../launch/options.mjs";

describe("parseOptions", () => {
  it("opens notebooks/ in a browser on any free port when nothing is said", () => {
    const notebooks = join(root, "notebooks");
    expect(parseOptions([])).to.deep.equal({ browser: true, port: undefined, notebooks, help: false });
  });

  it("reads --no-browser and --port, with a space or an equals sign", () => {
    expect(parseOptions(["--no-browser", "--port", "8890"])).to.include({ browser: false, port: 8890 });
    expect(parseOptions(["--port=8891"])).to.include({ browser: true, port: 8891 });
  });

  it("answers an unknown option with the usage", () => {
    expect(() => parseOptions(["--prot", "1"])).to.throw(/^unknown option --prot\n\nUsage: npm start/);
  });

  for (const bad of ["0", "70000", "80.5", "http", ""]) {
    it(`refuses the port "${bad}" and says what a port is`, () => {
      expect(() => parseOptions(["--port", bad])).to.throw(
        `--port takes a number from 1 to 65535, got ${bad}.`,
      );
    });
  }

  it("misses a value that is not there", () => {
    expect(() => parseOptions(["--port"])).to.throw("--port takes a value");
  });
});

describe("nodeProblem", () => {
  it("takes 20.19 and everything newer", () => {
    for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0"])
      expect(nodeProblem(version)).to.equal("");
  });

  it("names the version and the cure for everything older", () => {
    for (const version of ["20.18.3", "18.20.0", "16.0.0", "9.11.2"]) {
      expect(nodeProblem(version)).to.equal(
        `Node ${version} is too old, 20.19 or newer is needed. Install it from https://nodejs.org`,
      );
    }
  });
});
