import ts = require("typescript");

declare module "typescript" {
  /** Keeps what V8 has compiled so far for the next start. */
  function keepCodeCache(): void;
}

export = ts;
