/** Upper and lower case letter by letter, without a language, as the engine keeps the number of letters. */

const ASCII = /^[\0-\x7f]*$/;

/** JavaScript writes a sigma at the end of a word another way, and one letter as two. */
const IN_CONTEXT = /[Σİ]/;

export function lowerCase(text: string): string {
  if (!IN_CONTEXT.test(text)) return text.toLowerCase();
  return [...text].map((letter) => (letter === "İ" ? letter : letter.toLowerCase())).join("");
}

/** Letters whose upper case is several letters in JavaScript: `ß`. Undefined: what the engine makes of them was not recorded. */
export function upperCase(text: string): string | undefined {
  const upper = text.toUpperCase();
  if (ASCII.test(text)) return upper;
  return [...text].every((letter) => [...letter.toUpperCase()].length === 1) ? upper : undefined;
}
