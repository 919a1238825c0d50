/** Functions that search in texts. Those that ignore case do so letter by letter, so that positions stay true. */

import { countAt, textAt } from "./arguments";
import type { ExpressionFunction } from "./definition";

/** Upper case, where that is one code unit for one. */
function folded(text: string): string {
  const upper = text.toUpperCase();
  if (upper.length === text.length) return upper;
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index).toUpperCase();
    return letter.length === 1 ? letter : text.charAt(index);
  }).join("");
}

const endsWith: ExpressionFunction = {
  name: "endsWith",
  summary: "tells whether a text ends with another, ignoring case",
  arity: [2, 2],
  examples: [
    ["endsWith('hello world', 'WORLD')", true],
    ["endsWith('hello world', 'universe')", false],
  ],
  call: (given) => folded(textAt(given, 0)).endsWith(folded(textAt(given, 1))),
};

const startsWith: ExpressionFunction = {
  name: "startsWith",
  summary: "tells whether a text starts with another, ignoring case",
  arity: [2, 2],
  examples: [
    ["startsWith('Hello world', 'hello')", true],
    ["startsWith('hello world', 'greetings')", false],
  ],
  call: (given) => folded(textAt(given, 0)).startsWith(folded(textAt(given, 1))),
};

const indexOf: ExpressionFunction = {
  name: "indexOf",
  summary: "finds the first position of a text, ignoring case; -1 when it is not there",
  arity: [2, 2],
  examples: [
    ["indexOf('hello world', 'WORLD')", 6],
    ["indexOf('hello', 'x')", -1],
  ],
  call: (given) => BigInt(folded(textAt(given, 0)).indexOf(folded(textAt(given, 1)))),
};

const lastIndexOf: ExpressionFunction = {
  name: "lastIndexOf",
  summary: "finds the last position of a text, ignoring case; an empty one is found at the last character",
  arity: [2, 2],
  examples: [
    ["lastIndexOf('hello world hello world', 'world')", 18],
    ["lastIndexOf('hello world hello world', '')", 22],
    ["lastIndexOf('', '')", 0],
  ],
  call: (given) => {
    const [text, wanted] = [folded(textAt(given, 0)), folded(textAt(given, 1))];
    if (wanted === "") return BigInt(Math.max(0, text.length - 1));
    return BigInt(text.lastIndexOf(wanted));
  },
};

const nthIndexOf: ExpressionFunction = {
  name: "nthIndexOf",
  summary: "finds the position of the n-th occurrence of a text, from the end where n is below zero",
  arity: [3, 3],
  examples: [
    ["nthIndexOf('123456789123465789', '1', 2)", 9],
    ["nthIndexOf('123456789123465789', '1', -1)", 9],
    ["nthIndexOf('123456789123465789', '6', 4)", -1],
  ],
  call: (given) => {
    const occurrence = countAt(given, 2);
    const positions = positionsOf(textAt(given, 0), textAt(given, 1));
    const index = occurrence > 0 ? occurrence - 1 : positions.length + occurrence;
    return BigInt(positions[index] ?? -1);
  },
};

function positionsOf(text: string, wanted: string): readonly number[] {
  const positions: number[] = [];
  if (wanted === "") return positions;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) positions.push(at);
  return positions;
}

export const textSearchFunctions: readonly ExpressionFunction[] = [
  endsWith,
  indexOf,
  lastIndexOf,
  nthIndexOf,
  startsWith,
];
