// Assignments may lie in any folder: what their tests import, and the folder does not have, comes from here. And they are modules,
// whether or not a package.json around them says so.
import { register } from "node:module";

const hooks = `
export async function resolve(specifier, context, next) {
  try {
    const found = await next(specifier, context);
    return /\\.ts($|\\?)/.test(found.url) ? { ...found, format: "module" } : found;
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND" || !/^(kernel-lib|chai|mocha)(\\/|$)/.test(specifier)) throw error;
    return next(specifier, { ...context, parentURL: ${JSON.stringify(import.meta.url)} });
  }
}`;

let isReady = false;

/** Once; later calls do nothing. */
export function letOutsideImport(): void {
  if (isReady) return;
  isReady = true;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}
