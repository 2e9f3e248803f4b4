/**
 * Standard gaussians by the ziggurat, as NumPy's Generator draws them: 99 % of the draws need 64 bits and one product.
 * G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating Random Variables", J. Stat. Software 5 (2000).
 */
import type { Pcg64 } from "./pcg64.js";
import { layerEdges as x } from "./tables.js";

const steps = 4503599627370496; // 2^52, the number of places across a layer

/** Where the tail begins, and its inverse. */
const tail = 3.6541528853610088;
const tailInverse = 0.27366123732975828;

/** The density exp(-x*x/2) at the edges. Only compared with, so its last bit does not matter. */
const density = x.map((edge, layer) => (layer === 0 ? 1 : Math.exp(-0.5 * edge * edge)));

/** Places of a layer left of which the whole layer lies below the density. */
const inside = x.map((edge, layer) => (layer < 2 ? 0 : Math.floor((x[layer - 1] / edge) * steps)));
inside[0] = 4208095142473578;

/** One gaussian with mean 0 and deviation 1. */
export function drawGaussian(source: Pcg64): number {
  for (;;) {
    source.next();
    const layer = source.low & 255;
    const negative = (source.low & 256) !== 0;
    const place = (source.high & 0x1fffffff) * 8388608 + (source.low >>> 9); // 52 bits
    const size = place * (x[layer] / steps);
    if (place < inside[layer]) return negative ? -size : size;
    if (layer === 0) return drawTail(source, Math.floor(place / 256) % 2 === 1);
    const height = (density[layer - 1] - density[layer]) * source.nextDouble() + density[layer];
    if (height < Math.exp(-0.5 * size * size)) return negative ? -size : size;
  }
}

/** A gaussian beyond the last edge: two exponentials, until they fit. */
function drawTail(source: Pcg64, negative: boolean): number {
  for (;;) {
    const beyond = -tailInverse * Math.log1p(-source.nextDouble());
    const level = -Math.log1p(-source.nextDouble());
    if (level + level > beyond * beyond) return negative ? -(tail + beyond) : tail + beyond;
  }
}
