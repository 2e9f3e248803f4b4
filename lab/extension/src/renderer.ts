// The widget that shows a figure in an output cell: it draws with Plotly, which is loaded at the first figure, follows
// the cell's width and the page's theme, and draws again in place when the figure is updated.

import { type Figure, plotlyInput, readFigure, type Theme } from "./figure.js";
import type { MimeModel, Plotly, Renderer, WidgetClass } from "./host.js";

export const mimeType = "application/vnd.plotly.v1+json";

/** Makes the renderer class on top of the page's own Widget class. */
export function rendererClass(Widget: WidgetClass, loadPlotly: () => Promise<Plotly>): new () => Renderer {
  return class PlotlyRenderer extends Widget implements Renderer {
    #plotly: Plotly | undefined;
    #figure: Figure | undefined;
    #drawing: Promise<void> = Promise.resolve();
    #width = 0;
    readonly #sizes = new ResizeObserver(() => this.#fit());
    readonly #themes = new MutationObserver(() => void this.#draw());

    constructor() {
      super();
      this.addClass("nabla-plotly");
      this.node.style.overflow = "hidden";
      this.#sizes.observe(this.node);
      this.#themes.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-name"] });
    }

    /** Draws the model's figure, or says in words why it cannot. */
    renderModel(model: MimeModel): Promise<void> {
      try {
        this.#figure = readFigure(model.data[mimeType]);
      } catch (error) {
        this.#figure = undefined;
        this.#complain(error);
        return Promise.resolve();
      }
      return this.#draw();
    }

    /** One drawing at a time: a second one waits and then shows the newest figure. */
    #draw(): Promise<void> {
      this.#drawing = this.#drawing.then(() => this.#drawNow()).catch((error) => this.#complain(error));
      return this.#drawing;
    }

    async #drawNow(): Promise<void> {
      this.#plotly ??= await loadPlotly();
      if (this.isDisposed || this.#figure === undefined) return;
      if (this.node.querySelector(".nabla-plotly-problem")) this.node.replaceChildren();
      const { width, height } = this.#figure.layout;
      this.node.style.maxWidth = typeof width === "number" ? `${width}px` : "";
      this.node.style.height = `${typeof height === "number" ? height : 450}px`;
      await this.#plotly.react(this.node, plotlyInput(structuredClone(this.#figure), pageTheme()));
      this.#width = this.node.clientWidth;
    }

    /** Called whenever the element changes size, also from and to nothing while a cell is scrolled out of the page. */
    #fit(): void {
      const width = this.node.clientWidth;
      if (width === 0 || width === this.#width || !this.node.classList.contains("js-plotly-plot")) return;
      this.#width = width;
      this.#plotly?.Plots.resize(this.node);
    }

    #complain(error: unknown): void {
      if (this.isDisposed) return;
      this.#plotly?.purge(this.node);
      const words = document.createElement("pre");
      words.className = "nabla-plotly-problem";
      words.textContent = `This figure cannot be drawn: ${error instanceof Error ? error.message : String(error)}`;
      this.node.style.height = "";
      this.node.replaceChildren(words);
    }

    override dispose(): void {
      if (this.isDisposed) return;
      this.#sizes.disconnect();
      this.#themes.disconnect();
      this.#plotly?.purge(this.node);
      super.dispose();
    }
  };
}

/** JupyterLab's current colours, so that a figure suits a light and a dark page. */
function pageTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  return {
    text: read("--jp-content-font-color1", "#222"),
    grid: read("--jp-border-color2", "#ddd"),
    line: read("--jp-border-color1", "#bbb"),
  };
}
