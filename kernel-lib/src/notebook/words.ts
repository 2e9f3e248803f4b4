/** Numbers and times as people read them, for progress bars. */

/** 2500 -> "2,500" */
export function countWords(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Milliseconds as "8.4 s", "42 s", "3 min 5 s" or "1 h 2 min". */
export function timeWords(ms: number): string {
  const tenths = Math.round(ms / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Steps per second: "61/s", "4.2/s"; under one in ten seconds, how long one takes: "14 s each". */
export function rateWords(steps: number, ms: number): string {
  const rate = (1000 * steps) / ms;
  if (rate >= 10) return `${countWords(Math.round(rate))}/s`;
  return rate >= 0.1 ? `${rate.toFixed(1)}/s` : `${timeWords(ms / steps)} each`;
}
