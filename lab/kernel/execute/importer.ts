// The one place that imports on behalf of cells. The hooks in import-hooks.ts recognise it by its address and resolve
// from the notebook's folder.

// Kept from before timers were bound to cells.
const { setInterval, clearInterval } = globalThis;

type Namespace = Record<string, unknown>;

/**
 * `import(specifier)` as if written in a file beside the notebook.
 *
 * @param names - exports that must be there, as in `import { names } from`
 * @throws SyntaxError when a name is not exported
 */
export async function importFrom(
  specifier: string,
  options?: ImportCallOptions,
  names: string[] = [],
): Promise<Namespace> {
  const module = await awake(options ? import(specifier, options) : import(specifier));
  const missing = names.filter((name) => !(name in module));
  return missing.length === 0 ? module : { ...module, ...fromDefault(module, missing, specifier) };
}

/** A CommonJS module whose exports Node could not foresee has them all on its default. */
function fromDefault(module: Namespace, names: string[], specifier: string): Namespace {
  const whole = Object(module.default) as Namespace;
  const found = names.map((name) => {
    if (!(name in whole)) throw new SyntaxError(`import: "${specifier}" has no export named ${name}`);
    return [name, whole[name]] as const;
  });
  return Object.fromEntries(found);
}

/** Node 20's answer from the loader thread may not wake a sleeping event loop; a ticking one hears it. */
async function awake(loading: Promise<Namespace>): Promise<Namespace> {
  const timer = setInterval(() => undefined, 5);
  try {
    return await loading;
  } finally {
    clearInterval(timer);
  }
}
