// From the JSON in a notebook to what Plotly is given. The JSON is a stranger's: only data, layout and frames are
// taken over, never `config`, which could name servers to talk to.

export interface Figure {
  data: object[];
  layout: Record<string, unknown>;
  frames: object[];
}

/** The colours of the page around a figure, as CSS colours. */
export interface Theme {
  text: string;
  grid: string;
  line: string;
}

/**
 * A copy of the figure in `json`, safe to hand to Plotly, which writes into what it is given.
 *
 * @throws Error when `json` is not a figure; its message is for the reader of the notebook
 */
export function readFigure(json: unknown): Figure {
  if (!isRecord(json)) throw new Error(`a figure is an object { data, layout }, got ${nameOf(json)}`);
  const { data = [], layout = {}, frames = [] } = json;
  if (!Array.isArray(data) || !data.every(isRecord)) {
    throw new Error(`a figure's data is a list of traces, got ${nameOf(data)}`);
  }
  if (!isRecord(layout)) throw new Error(`a figure's layout is an object, got ${nameOf(layout)}`);
  return structuredClone({ data, layout, frames: Array.isArray(frames) ? frames.filter(isRecord) : [] });
}

/**
 * What `Plotly.react` takes: the figure as wide as its cell, in the page's colours where it names none of its own,
 * and without buttons that lead to a server.
 */
export function plotlyInput(figure: Figure, theme: Theme): object {
  const { width: _, ...layout } = figure.layout;
  return {
    data: figure.data,
    layout: { ...layout, autosize: true, template: withTheme(layout.template, theme) },
    frames: figure.frames,
    config: {
      responsive: false, // the renderer watches its own element instead of the window
      displaylogo: false,
      showLink: false,
      showSendToCloud: false,
      showEditInChartStudio: false,
      plotlyServerURL: "",
      topojsonURL: "",
    },
  };
}

/** A template lies beneath a figure's own settings; the figure's template lies above the page's colours. */
function withTheme(template: unknown, theme: Theme): object {
  const own = isRecord(template) ? template : {};
  const ownLayout = isRecord(own.layout) ? own.layout : {};
  return { ...own, layout: merge(pageLayout(theme), ownLayout) };
}

function pageLayout({ text, grid, line }: Theme): Record<string, unknown> {
  const axis = { gridcolor: grid, linecolor: line, zerolinecolor: line, automargin: true };
  return {
    paper_bgcolor: "rgba(0, 0, 0, 0)",
    plot_bgcolor: "rgba(0, 0, 0, 0)",
    font: { color: text },
    xaxis: axis,
    yaxis: axis,
    legend: { bgcolor: "rgba(0, 0, 0, 0)" },
  };
}

function merge(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isRecord(under) && isRecord(value) ? merge(under, value) : value;
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return value === null ? "null" : `a value of type ${typeof value}`;
}
