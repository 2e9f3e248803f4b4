/**
 * How NumPy prints floats: each number with the fewest digits that tell it from its neighbours, at most eight
 * after the point, all numbers of a tensor padded to one width; exponents when the range is wide.
 */

/** Digits after the point. */
const precision = 8;

type Format = (value: number) => string;

/** A formatter that fits all `values`. */
export function makeFloatFormat(values: readonly number[], single: boolean): Format {
  const finite = values.filter(Number.isFinite);
  const sizes = finite.filter((value) => value !== 0).map(Math.abs);
  const [low, high] = [
    sizes.reduce((a, b) => Math.min(a, b), Infinity),
    sizes.reduce((a, b) => Math.max(a, b), 0),
  ];
  const rounded = single ? Math.fround : Number; // NumPy compares float32 in float32
  const wide = sizes.length > 0 && (high >= 1e8 || low < rounded(1e-4) || rounded(high / low) > 1000);
  const format = wide ? makeScientific(finite, single) : makePositional(finite, single);
  const odd = values.filter((value) => !Number.isFinite(value)).map(nameOdd);
  const width = Math.max(format.width, ...odd.map((word) => word.length));
  return (value) => (Number.isFinite(value) ? format.print(value) : nameOdd(value)).padStart(width);
}

/** One number as Python prints it: `0.5`, `1.0`, `1e-05`. */
export function formatScalar(value: number, single: boolean): string {
  if (!Number.isFinite(value)) return nameOdd(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits, exponent] = shortestScientific(value, single, Infinity).split("e");
    return `${digits}e${padExponent(exponent, 2)}`;
  }
  const text = shortestPositional(value, single, Infinity);
  return text.endsWith(".") ? `${text}0` : text;
}

function nameOdd(value: number): string {
  return Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
}

interface Column {
  readonly width: number;
  readonly print: Format;
}

function makePositional(values: readonly number[], single: boolean): Column {
  const parts = values.map((value) => shortestPositional(value, single, precision).split("."));
  const left = parts.reduce((most, [whole]) => Math.max(most, whole.length), 0);
  const right = parts.reduce((most, [, fraction]) => Math.max(most, fraction.length), 0);
  const print: Format = (value) => {
    const [whole, fraction] = shortestPositional(value, single, right).split(".");
    const digits = single && Math.abs(value) >= 2 ** 24 ? value.toFixed(0) : whole; // its own, no zeros in their place
    return `${digits.padStart(left)}.${fraction.padEnd(right)}`;
  };
  return { width: left + 1 + right, print };
}

function makeScientific(values: readonly number[], single: boolean): Column {
  const split = (text: string): string[] => /^(-?\d)\.?(\d*)e(.*)$/.exec(text)!.slice(1);
  const parts = values.map((value) => split(shortestScientific(value, single, precision)));
  const left = parts.reduce((most, [whole]) => Math.max(most, whole.length), 0);
  const digits = parts.reduce((most, [, fraction]) => Math.max(most, fraction.length), 0);
  const size = parts.reduce((most, [, , exponent]) => Math.max(most, exponent.length - 1), 2);
  const print: Format = (value) => {
    const [whole, fraction, exponent] = split(signOf(value) + roundedScientific(Math.abs(value), digits));
    return `${whole.padStart(left)}.${fraction}e${padExponent(exponent, size)}`;
  };
  return { width: left + 1 + digits + 2 + size, print };
}

function padExponent(exponent: string, digits: number): string {
  return exponent[0] + exponent.slice(1).padStart(digits, "0");
}

/** `-12.5`, `3.`: at most `digits` after the point, zeros at the end cut off, the point kept. */
function shortestPositional(value: number, single: boolean, digits: number): string {
  const sign = signOf(value);
  const shortest = withoutExponent(Math.abs(value), single);
  const [whole, fraction = ""] = shortest.split(".");
  if (fraction.length <= digits) return `${sign}${whole}.${fraction}`;
  const rounded = roundTies(Math.abs(value).toFixed(digits), Math.abs(value).toFixed(100));
  return digits === 0 ? `${sign}${rounded}.` : sign + rounded.replace(/0+$/, "");
}

/** `-1.25e-5`: at most `digits` after the point, zeros at the end cut off. */
function shortestScientific(value: number, single: boolean, digits: number): string {
  const size = Math.abs(value);
  const [mantissa, exponent] = shortestDigits(size, single).split("e");
  if (mantissa.length - 2 <= digits) return `${signOf(value)}${mantissa}e${exponent}`;
  return signOf(value) + roundedScientific(size, digits).replace(/0+e/, "e");
}

/** `1.2500e-5`: exactly `digits` after the point. NumPy fills up with digits of the very value, not with zeros. */
function roundedScientific(size: number, digits: number): string {
  const [rounded, power] = size.toExponential(digits).split("e");
  return `${roundTies(rounded, size.toExponential(100).split("e")[0])}e${power}`;
}

function signOf(value: number): string {
  return value < 0 || Object.is(value, -0) ? "-" : "";
}

/** JavaScript rounds a tie up, NumPy to even: 2^-9 prints as 0.00195312. */
function roundTies(rounded: string, exact: string): string {
  const isTie = /^50*$/.test(exact.slice(rounded.length)) && exact.length > rounded.length;
  return isTie && Number(rounded.at(-1)) % 2 === 1 ? exact.slice(0, rounded.length) : rounded;
}

/** Scientific notation with the fewest digits that read back as the same number. */
function shortestDigits(size: number, single: boolean): string {
  if (!single) return size.toExponential();
  for (let digits = 0; digits < 9; digits++) {
    const text = roundedScientific(size, digits);
    if (Math.fround(Number(text)) === size) return text;
  }
  return size.toExponential();
}

/** The shortest digits written out: `0.000012`, `120000`. */
function withoutExponent(size: number, single: boolean): string {
  const [mantissa, power] = shortestDigits(size, single).split("e");
  const digits = mantissa.replace(".", "");
  const point = Number(power) + 1;
  if (point <= 0) return size === 0 ? "0" : `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
