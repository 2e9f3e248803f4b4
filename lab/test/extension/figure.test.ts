import { expect } from "chai";
import { plotlyInput, readFigure } from "../../extension/src/figure.js";

const theme = { text: "#111", grid: "#eee", line: "#ccc" };

describe("readFigure", () => {
  it("takes data, layout and frames, and nothing else", () => {
    const figure = readFigure({
      data: [{ y: [1] }],
      layout: { height: 300 },
      config: { plotlyServerURL: "http://x" },
    });
    expect(figure).to.deep.equal({ data: [{ y: [1] }], layout: { height: 300 }, frames: [] });
  });

  it("copies, so that Plotly cannot write into the notebook", () => {
    const json = { data: [{ y: [1] }], layout: {} };
    (readFigure(json).data[0] as { y: number[] }).y[0] = 7;
    expect(json.data[0]!.y).to.deep.equal([1]);
  });

  it("says what is wrong with what is no figure", () => {
    expect(() => readFigure("text")).to.throw(
      "a figure is an object { data, layout }, got a value of type string",
    );
    expect(() => readFigure(null)).to.throw("a figure is an object { data, layout }, got null");
    expect(() => readFigure({ data: [1] })).to.throw("a figure's data is a list of traces, got a list");
    expect(() => readFigure({ data: [], layout: [] })).to.throw("a figure's layout is an object, got a list");
  });
});

describe("plotlyInput", () => {
  type Input = { layout: { width?: number; template: { layout: Record<string, unknown> } }; config: object };
  const input = (layout: Record<string, unknown>): Input =>
    plotlyInput({ data: [], layout, frames: [] }, theme) as Input;

  it("lets the cell decide on the width", () => {
    expect(input({ width: 900, height: 300 }).layout).to.include({ height: 300, autosize: true });
    expect(input({ width: 900 }).layout).not.to.have.property("width");
  });

  it("lays the page's colours beneath the figure's own template", () => {
    const template = { layout: { font: { size: 20 }, paper_bgcolor: "white" } };
    const merged = input({ template }).layout.template.layout;
    expect(merged).to.deep.include({ font: { color: "#111", size: 20 }, paper_bgcolor: "white" });
  });

  it("has no button and no address that leads to a server", () => {
    expect(input({}).config).to.include({
      displaylogo: false,
      showLink: false,
      plotlyServerURL: "",
      topojsonURL: "",
    });
  });
});
