/** The nearest names to one that is not known. */

import { compareTexts } from "./diagnostic";

const SUGGESTIONS_MAX = 3;

/** "did you mean `a`?", or undefined when nothing is near: at most a third of the letters differ, whatever their case. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const names = nearestNames(name, candidates);
  if (names.length === 0) return undefined;
  return `did you mean ${names.map((each) => `\`${each}\``).join(" or ")}?`;
}

/** The same for a word that may also be cut short, as `Global Admin` and `win` are: each of its words begins one of the name's. */
export function didYouMeanValue(name: string, candidates: Iterable<string>): string | undefined {
  const names = [...candidates];
  const near = didYouMean(name, names);
  if (near !== undefined) return near;
  const words = name.toLowerCase().split(/\s+/).filter(Boolean);
  const isCutShort = (candidate: string) => {
    const whole = candidate.toLowerCase().split(/\s+/);
    return whole.length === words.length && words.every((word, index) => whole[index]?.startsWith(word));
  };
  if (name.trim().length < ABBREVIATION_CHARS_MIN) return undefined;
  const [shortest] = names.filter(isCutShort).sort((left, right) => left.length - right.length);
  return shortest === undefined ? undefined : `did you mean \`${shortest}\`?`;
}

/** Fewer letters than this begin too many names. */
const ABBREVIATION_CHARS_MIN = 3;

/** The nearest candidates, best first, at most three. */
export function nearestNames(name: string, candidates: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const distanceMax = Math.max(1, Math.floor(wanted.length / 3));
  const near: { readonly text: string; readonly distance: number }[] = [];
  for (const text of new Set(candidates)) {
    const candidate = text.toLowerCase();
    if (Math.abs(candidate.length - wanted.length) > distanceMax) continue;
    const distance = editDistance(wanted, candidate, distanceMax);
    if (distance <= distanceMax) near.push({ text, distance });
  }
  near.sort((left, right) => left.distance - right.distance || compareTexts(left.text, right.text));
  const best = near[0]?.distance;
  return near
    .filter(({ distance }) => distance === best)
    .slice(0, SUGGESTIONS_MAX)
    .map(({ text }) => text);
}

/** Optimal string alignment distance (a swap of neighbours is one step); anything above `max` may come back as `max + 1`. */
function editDistance(left: string, right: string, max: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    let rowMin = i;
    for (let j = 1; j <= right.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution);
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (isSwap) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(best);
      rowMin = Math.min(rowMin, best);
    }
    if (rowMin > max) return max + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? max + 1;
}
