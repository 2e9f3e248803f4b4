import { expect } from "chai";
import * as np from "../../src/index.js";
import type { Host, MimeBundle } from "../../src/notebook/host.js";
import { follow, type ProgressOptions } from "../../src/notebook/progress.js";
import { countWords, rateWords, timeWords } from "../../src/notebook/words.js";
import { grow } from "../../src/plot/live-curve.js";

/** What a host was shown, and a clock that stands still until it is set. */
class World {
  time = 0;
  readonly shown: { bundle: MimeBundle; isLast: boolean; spot: number }[] = [];
  readonly host: Host;
  readonly now = (): number => this.time;
  private spots = 0;

  constructor(isWatched = true) {
    this.host = {
      isWatched,
      openSpot: () => {
        const spot = ++this.spots;
        return (bundle, isLast) => this.shown.push({ bundle, isLast, spot });
      },
    };
  }

  get lines(): string[] {
    return this.shown.map(({ bundle }) => bundle["text/plain"]);
  }
}

/** Goes through `over`, each step taking `ms` on the world's clock. */
async function loop<T>(
  world: World,
  over: number | Iterable<T>,
  ms: number,
  options: ProgressOptions = {},
): Promise<(T | number)[]> {
  const seen: (T | number)[] = [];
  for await (const item of follow(over, options, world)) {
    seen.push(item);
    world.time += ms;
  }
  return seen;
}

describe("progress", () => {
  it("goes through the numbers 0 to n - 1, or through things", async () => {
    const numbers: number[] = [];
    for await (const i of np.progress(3)) numbers.push(i);
    expect(numbers).to.deep.equal([0, 1, 2]);
    expect(await loop(new World(), new Set(["a", "b"]), 1)).to.deep.equal(["a", "b"]);
    for await (const _ of np.progress(0)) expect.fail("no step");
  });

  it("shows count, rate and time left in one spot, four times a second, and leaves a summary", async () => {
    const world = new World();
    await loop(world, 20, 100, { label: "training" });
    expect(world.lines.slice(0, 3)).to.deep.equal([
      "training: █████░░░░░░░░░░░░░░░ 25 %  5 of 20, 10/s, 1.5 s left",
      "training: ████████░░░░░░░░░░░░ 40 %  8 of 20, 10/s, 1.2 s left",
      "training: ███████████░░░░░░░░░ 55 %  11 of 20, 10/s, 0.9 s left",
    ]);
    expect(world.lines.slice(3)).to.deep.equal([
      "training: ██████████████░░░░░░ 70 %  14 of 20, 10/s, 0.6 s left",
      "training: █████████████████░░░ 85 %  17 of 20, 10/s, 0.3 s left",
      "training: 20 in 2.0 s (10/s)",
    ]);
    expect(world.shown.map(({ spot }) => spot)).to.deep.equal([1, 1, 1, 1, 1, 1]);
    expect(world.shown.map(({ isLast }) => isLast)).to.deep.equal([false, false, false, false, false, true]);
  });

  it("draws a bar with the page's own element, and escapes the label", async () => {
    const world = new World();
    await loop(world, 2, 500, { label: "a < b" });
    const html = String(world.shown[0]!.bundle["text/html"]);
    expect(html).to.include('<progress max="100" value="50"').and.to.include("a &lt; b: ");
    expect(html).to.include("1 of 2, 2.0/s, 0.5 s left");
  });

  it("collapses to the summary when nobody watches", async () => {
    const world = new World(false);
    await loop(world, 2500, 16, { label: "training" });
    expect(world.lines).to.deep.equal(["training: 2,500 in 40 s (63/s)"]);
  });

  it("is silent about a loop of less than half a second", async () => {
    const world = new World();
    await loop(world, 49, 10);
    expect(world.lines).to.deep.equal([]);
  });

  it("says where it was stopped, by a break or by an error", async () => {
    const world = new World(false);
    for await (const i of follow(2500, {}, world)) {
      world.time += 300;
      if (i === 4) break;
    }
    try {
      for await (const _ of follow([1, 2, 3], { label: "b" }, world)) {
        world.time += 600;
        throw new Error("stop");
      }
    } catch {}
    expect(world.lines).to.deep.equal([
      "stopped after 4 of 2,500 in 1.5 s (2.7/s)",
      "b: stopped after 0 of 3 in 0.6 s",
    ]);
  });

  it("counts without a bar when it cannot know the end", async () => {
    const world = new World();
    const endless = (function* () {
      yield* "abc";
    })();
    await loop(world, endless, 1000);
    expect(world.lines).to.deep.equal(["1, 1.0/s", "2, 1.0/s", "3 in 3.0 s (1.0/s)"]);
  });

  it("refuses what is no count and no list, at once", () => {
    expect(() => np.progress(2.5)).to.throw(
      np.DataError,
      "progress: the number of steps is a whole number from 0, got 2.5",
    );
    expect(() => np.progress({} as never)).to.throw(
      "progress: it goes through a count or a list, got an object. Give a number of steps.",
    );
    expect(() => np.progress(3, { lable: "x" } as never)).to.throw("Did you mean label?");
  });
});

describe("liveCurve", () => {
  it("redraws one spot at most four times a second, and the rest at the end", () => {
    const world = new World();
    const live = grow({ every: 100, title: "Cost" }, world);
    for (let i = 0; i < 12; i++) {
      live.add(1 / (i + 1));
      world.time += 100;
    }
    expect(world.shown).to.have.length(4); // at 0, 300, 600 and 900 ms
    live.done();
    const last = world.shown[4]!;
    expect(last.isLast).to.equal(true);
    expect(last.bundle["text/plain"]).to.include("1 at 0 to 0.08333 at 1,100");
    expect(last.bundle).to.include.keys("application/vnd.plotly.v1+json", "text/html");
    expect(new Set(world.shown.map(({ spot }) => spot)).size).to.equal(1);
  });

  it("collapses to one line when nobody watches", () => {
    const world = new World(false);
    const { add, done } = grow({ every: 100, title: "Cost" }, world);
    for (const cost of [0.69, 0.5, 0.4]) {
      add(cost);
      world.time += 1000;
    }
    done();
    expect(world.shown.map(({ bundle }) => Object.keys(bundle))).to.deep.equal([["text/plain"]]);
    expect(world.lines[0]).to.include("0.69 at 0 to 0.4 at 200").and.not.to.include("\n");
  });

  it("shows nothing when there was no cost", () => {
    const world = new World();
    grow({}, world).done();
    expect(world.shown).to.deep.equal([]);
  });
});

describe("words for numbers and times", () => {
  it("are short", () => {
    expect([0, 999, 2500, 1234567].map(countWords)).to.deep.equal(["0", "999", "2,500", "1,234,567"]);
    expect([0, 8440, 9990, 59_400, 185_000, 3_725_000].map(timeWords)).to.deep.equal([
      "0.0 s",
      "8.4 s",
      "10 s",
      "59 s",
      "3 min 5 s",
      "1 h 2 min",
    ]);
    expect(rateWords(5000, 1000)).to.equal("5,000/s");
    expect(rateWords(2, 1000)).to.equal("2.0/s");
    expect(rateWords(2, 60_000)).to.equal("30 s each");
  });
});
