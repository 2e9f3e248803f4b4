import { inspect } from "node:util";
import { expect } from "chai";
import * as np from "../../src/index.js";

describe("Figure", () => {
  const figure = np.plot.costCurve([3, 2, 1], { title: 'Cost "A" & B' });

  it("comes as plotly JSON, HTML with the SVG in an <img>, and text", () => {
    const bundle = figure.toMimeBundle();
    expect(Object.keys(bundle)).to.deep.equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"]);
    expect(bundle["application/vnd.plotly.v1+json"]).to.deep.include({
      data: figure.data,
      layout: figure.layout,
    });
    const html = /^<img src="data:image\/svg\+xml;base64,([^"]*)" alt="([^"]*)">$/.exec(
      String(bundle["text/html"]),
    );
    expect(Buffer.from(html![1], "base64").toString("utf8")).to.equal(figure.svg);
    expect(html![2]).to.equal("Cost &quot;A&quot; &amp; B; cost: 3 at 0 to 1 at 2");
    expect(bundle["text/plain"]).to.equal(figure.text);
  });

  it("answers Jupyter's display protocol and is one line for console.log", () => {
    const display = (figure as unknown as Record<symbol, () => unknown>)[Symbol.for("Jupyter.display")];
    expect(display.call(figure)).to.deep.equal(figure.toMimeBundle());
    expect(inspect(figure)).to.equal(figure.text);
    expect(inspect([figure])).to.equal(`[ ${figure.text} ]`);
  });

  it("shows itself through the display of the notebook", () => {
    const hook = Symbol.for("nabla.display");
    const host = globalThis as { [hook]?: unknown };
    const got: unknown[] = [];
    host[hook] = (bundle: unknown) => got.push(bundle);
    try {
      figure.show();
    } finally {
      delete host[hook];
    }
    expect(got).to.deep.equal([figure.toMimeBundle()]);
  });
});
