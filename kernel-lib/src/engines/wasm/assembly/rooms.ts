/**
 * Three places for what stands between the loops of a function. A function computed in one go is a chain of some fifty
 * cycles for each pair of numbers, of which a processor overlaps only a few; in two loops over a run of numbers each
 * chain is short, and log takes two thirds of the time, tanh half.
 */

/** Bytes of a run: 256 numbers. */
export const run: usize = 2048;

export const left = memory.data(2048, 16);
export const middle = memory.data(2048, 16);
export const right = memory.data(2048, 16);
