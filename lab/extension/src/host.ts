// The parts of JupyterLab and Plotly that the extension touches, as types. JupyterLab's own packages are not
// installed: at run time the page shares its @lumino/widgets with us.

interface Widget {
  readonly node: HTMLElement;
  readonly isDisposed: boolean;
  addClass(name: string): void;
  dispose(): void;
}

export type WidgetClass = new (options?: { node?: HTMLElement }) => Widget;

/** Webpack's share scope: package name, version, how to get it. */
export type ShareScope = Record<
  string,
  Record<string, { get(): Promise<() => unknown> | (() => unknown) }> | undefined
>;

/** A display bundle on its way to the page. */
export interface MimeModel {
  readonly data: Record<string, unknown>;
}

export interface Renderer extends Widget {
  renderModel(model: MimeModel): Promise<void>;
}

interface RendererFactory {
  readonly safe: boolean;
  readonly mimeTypes: readonly string[];
  readonly defaultRank: number;
  createRenderer(): Renderer;
}

export interface MimeExtension {
  id: string;
  description: string;
  rendererFactory: RendererFactory;
  rank: number;
  dataType: "json";
}

/** The two calls of Plotly that draw, its call that cleans up, and its call that fits a figure to its element. */
export interface Plotly {
  react(node: HTMLElement, figure: object): Promise<unknown>;
  purge(node: HTMLElement): void;
  Plots: { resize(node: HTMLElement): void };
}

declare global {
  interface Window {
    _JUPYTERLAB: Record<
      string,
      { init(scope: ShareScope): void; get(module: string): Promise<() => object> }
    >;
  }
}
