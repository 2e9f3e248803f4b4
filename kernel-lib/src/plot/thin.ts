/**
 * Fewer points for a static curve: a path of 100,000 points would weigh megabytes and look the same. Each bucket of
 * neighbours keeps its first, lowest, highest and last point, and its first gap, so no spike and no gap is lost.
 */

const most = 4000;

/** Indices of the points to draw, in order; all of them for short curves. */
export function thin(x: readonly number[], y: readonly number[]): number[] {
  const n = x.length;
  if (n <= most) return Array.from({ length: n }, (_, i) => i);
  const bucket = Math.ceil(n / (most / 5));
  const kept: number[] = [];
  for (let start = 0; start < n; start += bucket)
    kept.push(...corners(y, start, Math.min(n, start + bucket)));
  return kept;
}

function corners(y: readonly number[], start: number, end: number): number[] {
  let low = start;
  let high = start;
  let gap = start;
  for (let i = start; i < end; i++) {
    if (y[i] < y[low] || !Number.isFinite(y[low])) low = i;
    if (y[i] > y[high] || !Number.isFinite(y[high])) high = i;
    if (Number.isFinite(y[gap]) && !Number.isFinite(y[i])) gap = i;
  }
  return [...new Set([start, low, high, gap, end - 1])].sort((a, b) => a - b);
}
