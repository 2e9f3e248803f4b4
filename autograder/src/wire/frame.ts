// Frames around the values: length (u32), kind (u8), nonce (16 bytes), body. The child answers each frame with one frame
// that carries the same nonce; anything else on the pipe ends the child. A call into the test is such an answer, too: what
// the test's function gives is the judge's next frame, and so on until the call that was asked for is answered.

export const lengthBytes = 4;
export const nonceBytes = 16;
/** Kind and nonce. */
export const headBytes = 1 + nonceBytes;

/**
 * What the judge asks, and what it says about a callback.
 *
 * - load: whether only into a realm that nothing has marked (u8), seed (u32), name, number of its class or 0 (u32), program
 * - settle: answered when nothing is at work any more that earlier calls began
 * - call: what (u8 of `Op`), name, instance or 0 for the function or class itself (u32), key, count (u8), arguments
 * - probe: a path
 * - returned: a value; raised: { name, message }
 */
export const Ask = { load: 1, call: 2, probe: 3, returned: 4, raised: 5, settle: 6 } as const;

/** What a call does with a function, a class or an instance; `key` names a part of a class or an instance. */
export const Op = { call: 0, construct: 1, get: 2, set: 3, method: 4 } as const;

/**
 * What the child answers; `spoiled`: what was loaded earlier has left its marks, nothing more is loaded here.
 * `callback` asks the test: number of its function (u32), count (u8), arguments.
 */
export const Answer = { value: 1, threw: 2, refused: 3, spoiled: 4, callback: 5 } as const;
