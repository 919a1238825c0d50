/** Upper and lower case letter by letter, without a language, as the engine keeps the number of letters. */

const ASCII = /^[\0-\x7f]*$/;

/**
 * JavaScript writes a sigma at the end of a word another way, and one letter, `İ`, as two. Both are seen in what it gives:
 * nearly every text that is compared without regard to case comes through here, and looking before takes as long as the work.
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && !lower.includes("ς")) return lower;
  return [...text].map((letter) => (letter === "İ" ? letter : letter.toLowerCase())).join("");
}

/** Letters whose upper case is several letters in JavaScript: `ß`. Undefined: what the engine makes of them was not recorded. */
export function upperCase(text: string): string | undefined {
  const upper = text.toUpperCase();
  if (ASCII.test(text)) return upper;
  return [...text].every((letter) => [...letter.toUpperCase()].length === 1) ? upper : undefined;
}
