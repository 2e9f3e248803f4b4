// Injected into the bundle: the library's own waiting is not what a learner's function leaves behind.
const { setImmediate, setTimeout } = globalThis;

export { setImmediate, setTimeout };
