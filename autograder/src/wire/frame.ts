// Frames around the values: length (u32), kind (u8), nonce (16 bytes), body. The child answers each frame with one frame
// that carries the same nonce; anything else on the pipe ends the child.

export const lengthBytes = 4;
export const nonceBytes = 16;
/** Kind and nonce. */
export const headBytes = 1 + nonceBytes;

/** What the judge asks. */
export const Ask = { load: 1, call: 2, probe: 3 } as const;

/** What the child answers; `spoiled`: what was loaded earlier has left its marks, nothing more is loaded here. */
export const Answer = { value: 1, threw: 2, refused: 3, spoiled: 4 } as const;
