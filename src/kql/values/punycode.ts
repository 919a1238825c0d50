/** Punycode: letters of any script written in ASCII. Algorithm and numbers are those of RFC 3492; a recorded and three documented texts fit. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const DELIMITER = "-";
const CODE_POINT_MAX = 0x10ffff;

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

const threshold = (k: number, bias: number) => Math.min(T_MAX, Math.max(T_MIN, k - bias));
const digitText = (digit: number) => digit.toString(BASE).replace(/./, () => DIGITS[digit] ?? "");
const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

export function punycodeOf(text: string): string {
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < INITIAL_N);
  let output = basic.map((point) => String.fromCodePoint(point)).join("") + (basic.length > 0 ? DELIMITER : "");
  let [n, delta, bias, handled] = [INITIAL_N, 0, INITIAL_BIAS, basic.length];
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      output += variableLength(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let [text, rest] = ["", delta];
  for (let k = BASE; ; k += BASE) {
    const limit = threshold(k, bias);
    if (rest < limit) return text + digitText(rest);
    text += digitText(limit + ((rest - limit) % (BASE - limit)));
    rest = Math.floor((rest - limit) / (BASE - limit));
  }
}

/** Undefined where the text is not Punycode. */
export function textOfPunycode(code: string): string | undefined {
  const end = code.lastIndexOf(DELIMITER);
  const output = [...code.slice(0, Math.max(end, 0))].map((letter) => letter.codePointAt(0) ?? 0);
  if (output.some((point) => point >= INITIAL_N)) return undefined;
  const digits = [...code.slice(end + 1).toLowerCase()].map((letter) => DIGITS.indexOf(letter));
  let [n, i, bias, at] = [INITIAL_N, 0, INITIAL_BIAS, 0];
  while (at < digits.length) {
    const before = i;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = digits[at++] ?? -1;
      if (digit < 0) return undefined;
      i += digit * weight;
      const limit = threshold(k, bias);
      if (digit < limit) break;
      weight *= BASE - limit;
      if (weight > CODE_POINT_MAX * BASE * BASE) return undefined;
    }
    bias = adapted(i - before, output.length + 1, before === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (n > CODE_POINT_MAX || (n >= 0xd800 && n <= 0xdfff)) return undefined;
    output.splice(i++, 0, n);
  }
  return output.map((point) => String.fromCodePoint(point)).join("");
}
