/**
 * A figure is data, not a drawing on a screen: plotly JSON for the interactive view, an SVG for everything that
 * only shows pictures (GitHub, nbviewer, paper), and a line of text for a terminal.
 */
import { display, type MimeBundle } from "../notebook/index.js";
import { escapeText } from "./svg.js";

/** An object of plotly's JSON. */
export type Json = Record<string, unknown>;

/** What a maker hands over to {@link Figure}. */
export interface FigureParts {
  readonly data: readonly Json[];
  readonly layout: Json;
  readonly svg: string;
  readonly text: string;
}

/** MIME type of plotly's JSON. */
const plotlyMime = "application/vnd.plotly.v1+json";

/**
 * What the makers of `np.plot` return. In a notebook, `figure.show()` puts it below the cell.
 *
 * @example
 * ```ts
 * const figure = np.plot.costCurve([0.69, 0.58, 0.47], { every: 100 });
 * figure.show();
 * fs.writeFileSync("cost.svg", figure.svg);
 * ```
 */
export class Figure {
  /** plotly traces. */
  readonly data: readonly Json[];
  /** plotly layout. */
  readonly layout: Json;
  /** The static picture, a complete SVG document. */
  readonly svg: string;
  /** One line that says what the figure shows. */
  readonly text: string;

  constructor({ data, layout, svg, text }: FigureParts) {
    this.data = data;
    this.layout = layout;
    this.svg = svg;
    this.text = text;
  }

  /**
   * All forms at once, as Jupyter's `display_data` wants them. The SVG stands in an `<img>`, where no script runs.
   *
   * @example
   * ```ts
   * Object.keys(np.plot.bars({ a: 1 }).toMimeBundle()).length; // 3: plotly, an image, a line of text
   * ```
   */
  toMimeBundle(): MimeBundle {
    const source = `data:image/svg+xml;base64,${Buffer.from(this.svg, "utf8").toString("base64")}`;
    return {
      [plotlyMime]: {
        data: this.data,
        layout: this.layout,
        config: { displaylogo: false, responsive: true },
      },
      "text/html": `<img src="${source}" alt="${escapeText(this.text)}">`,
      "text/plain": this.text,
    };
  }

  /**
   * Shows the figure in the notebook; in plain Node prints its line of text.
   *
   * @example
   * ```ts
   * np.plot.lines({ "x squared": [0, 1, 4, 9] }).show();
   * ```
   */
  show(): void {
    display(this.toMimeBundle());
  }
}

/** The protocol by which notebook kernels display the value of a cell; and one line where Node would print it all. */
Object.defineProperties(Figure.prototype, {
  [Symbol.for("Jupyter.display")]: {
    value(this: Figure): MimeBundle {
      return this.toMimeBundle();
    },
  },
  [Symbol.for("nodejs.util.inspect.custom")]: {
    value(this: Figure): string {
      return this.text;
    },
  },
});
