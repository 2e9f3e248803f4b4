// Starts worker threads: from the built .js files, or, when tests run the sources, from the .ts files through tsx.
import { createRequire } from "node:module";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** @param base - the caller's `import.meta.url`; @param name - the script beside it, without extension */
export function startThread(base: string, name: string, options: WorkerOptions = {}): Worker {
  const extension = extname(new URL(base).pathname);
  const url = new URL(name + extension, base);
  if (extension !== ".ts") return new Worker(url, options);
  // Threads do not inherit tsx's hooks on Node 20.
  const tsx = JSON.stringify(new URL("dist/esm/api/index.mjs", packageUrl("tsx")).href);
  const script = `import(${tsx}).then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
  return new Worker(script, { ...options, eval: true, execArgv: [] });
}

function packageUrl(name: string): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
