/**
 * Axis ranges and ticks. The step is the smallest of 1, 2, 5 times a power of ten that gives no more ticks than
 * asked for: plotly's own rule, so the static and the interactive figure carry the same numbers.
 */

/** From low to high, low < high. */
export type Range = readonly [number, number];

/** Positions of the ticks inside the range. */
export function niceTicks([low, high]: Range, most: number): number[] {
  const step = niceStep((high - low) / most);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => clean((first + k) * step, step));
}

/** The step 1, 2 or 5 times a power of ten that is at least `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9))!;
  return factor * power;
}

// 3 * 0.1 is 0.30000000000000004: rounded to the decimals of the step.
function clean(value: number, step: number): number {
  const decimals = Math.max(0, Math.min(100, 1 - Math.floor(Math.log10(step))));
  return decimals > 20 ? value : Number(value.toFixed(decimals)) + 0;
}

/** Words for all ticks of one axis: as many decimals as needed, thousands separated, powers of ten when long. */
export function tickLabels(ticks: readonly number[]): string[] {
  const largest = Math.max(...ticks.map(Math.abs));
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : largest || 1;
  const powers = ticks.map(powerLabel);
  if ((largest >= 1e6 || step < 1e-5) && new Set(powers).size === ticks.length) return powers;
  const decimals = [0, 1, 2, 3, 4, 5, 6, 9, 12].find((d) =>
    ticks.every((t) => Math.abs(t - Number(t.toFixed(d))) < step / 1e6),
  );
  return ticks.map((tick) => (tick === 0 ? "0" : minus(withCommas(tick.toFixed(decimals ?? 15)))));
}

/** A number with four significant digits for legends and notes: `0.1409`, `12,288`, `1.2×10⁻⁷`. */
export function numberLabel(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e6 || size < 1e-4)) return powerLabel(value);
  return minus(withCommas(String(Number(value.toPrecision(size >= 1000 ? 6 : 4)))));
}

function powerLabel(value: number): string {
  if (value === 0) return "0";
  const [digits, exponent] = value.toExponential(3).split("e");
  const raised = [...exponent.replace("+", "")]
    .map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)]))
    .join("");
  return minus(`${Number(digits)}×10${raised}`);
}

function withCommas(text: string): string {
  const [whole, fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function minus(text: string): string {
  return text.replace(/^-/, "−");
}

/**
 * The range of an axis: the data with 5 % of air. Values that are never negative and come near zero start at
 * zero, so that heights can be compared.
 */
export function paddedRange(values: readonly number[], { zero = false }: { zero?: boolean } = {}): Range {
  const [low, high] = extent(values);
  if (low === high) return low === 0 ? [-1, 1] : [low - Math.abs(low) / 2, high + Math.abs(high) / 2];
  const air = (high - low) * 0.05;
  return [zero && low >= 0 && low < high / 2 ? 0 : low - air, high + air];
}

/** Smallest and largest of the finite values; [0, 1] when there are none. */
export function extent(values: readonly number[]): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 1];
}
