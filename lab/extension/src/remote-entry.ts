// What JupyterLab loads at start: a module-federation container written by hand (webpack would only add its own
// runtime). JupyterLab calls init with the packages the page shares, then get for the module in package.json.

import type { MimeExtension, Plotly, ShareScope, WidgetClass } from "./host.js";
import { mimeType, rendererClass } from "./renderer.js";

declare const PLOTLY_FILE: string; // put in by build.mjs

const address = (document.currentScript as HTMLScriptElement).src;
let shared: ShareScope = {};
let plotly: Promise<Plotly> | undefined;

/** Plotly comes from the same server as this file, when the first figure asks for it. */
function loadPlotly(): Promise<Plotly> {
  plotly ??= import(new URL(PLOTLY_FILE, address).href).then((module) => module.default as Plotly);
  return plotly;
}

async function makeExtension(): Promise<MimeExtension> {
  const versions = Object.values(shared["@lumino/widgets"] ?? {});
  if (versions[0] === undefined) throw new Error("nabla-plotly: the page shares no @lumino/widgets");
  const lumino = (await versions[0].get())() as { Widget: WidgetClass };
  const PlotlyRenderer = rendererClass(lumino.Widget, loadPlotly);
  return {
    id: "nabla-plotly:renderer",
    description: "Draws Plotly figures.",
    // Safe: it draws data and runs none of it, so an untrusted notebook may show it. Ranks before text/html (50).
    rendererFactory: {
      safe: true,
      mimeTypes: [mimeType],
      defaultRank: 40,
      createRenderer: () => new PlotlyRenderer(),
    },
    rank: 40,
    dataType: "json",
  };
}

window._JUPYTERLAB ??= {};
window._JUPYTERLAB["nabla-plotly"] = {
  init(scope) {
    shared = scope;
  },
  async get(module) {
    if (module !== "./mime") throw new Error(`nabla-plotly has no module ${module}`);
    const extension = await makeExtension();
    return () => ({ __esModule: true, default: extension });
  },
};
