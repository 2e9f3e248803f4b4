// Bundles the extension into the folder form JupyterLab reads, dist/labextensions/nabla-plotly: its entry, and Plotly
// beside it. File names hold a hash of their content, so a browser may keep them for ever.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "dist", "labextensions", "nabla-plotly");
const { version } = JSON.parse(readFileSync(join(here, "..", "package.json"), "utf8"));

/**
 * @param {esbuild.BuildOptions} options
 * @returns {Promise<string>} the bundle's text
 */
async function bundle(options) {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    write: false,
    minify: true,
    target: "es2022",
    legalComments: "inline",
    logLevel: "warning",
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {string} the file's name inside static/
 */
function writeHashed(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 20);
  const file = `${name}.${hash}.js`;
  writeFileSync(join(folder, "static", file), text);
  return file;
}

rmSync(join(here, "dist"), { recursive: true, force: true });
mkdirSync(join(folder, "static"), { recursive: true });

const plotlyFile = writeHashed(
  "plotly",
  await bundle({ entryPoints: [join(here, "src", "plotly.ts")], format: "esm" }),
);
const entryFile = writeHashed(
  "remoteEntry",
  await bundle({
    entryPoints: [join(here, "src", "remote-entry.ts")],
    format: "iife",
    define: { PLOTLY_FILE: JSON.stringify(plotlyFile) },
  }),
);

const description = {
  name: "nabla-plotly",
  version,
  description: "Draws Plotly figures in JupyterLab, without a network",
  license: "MIT",
  jupyterlab: {
    mimeExtension: "./mime",
    _build: { load: `static/${entryFile}`, mimeExtension: "./mime" },
  },
};
writeFileSync(join(folder, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
