// Deno's timers, looked up when first used: the first look loads a part of Node's interface, which costs 8 ms of a child's
// 35. Injected into the bundle as well, so that the library's own waiting is not what a learner's function leaves behind.

type Start = (callback: () => void, ms?: number, ...args: unknown[]) => number;

function lazily(name: string): Start {
  const property = Object.getOwnPropertyDescriptor(globalThis, name)!;
  let found: Start | null = null;
  return (...args) => {
    found ??= (property.get ? Reflect.apply(property.get, globalThis, []) : property.value) as Start;
    return found(...args);
  };
}

export const setTimeout: Start = lazily("setTimeout");
export const setInterval: Start = lazily("setInterval");
export const clearTimeout = lazily("clearTimeout") as unknown as (id: number) => void;
