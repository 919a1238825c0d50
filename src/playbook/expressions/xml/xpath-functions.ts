/** The function library of XPath 1.0. */

import { invalid, unsupported } from "../failure";
import type { XmlNode } from "./node";
import { booleanOf, numberOf, stringOf, trimmed, type XPathFocus, type XPathValue } from "./xpath-value";

type Computation = (given: readonly XPathValue[], focus: XPathFocus) => XPathValue;

/** How many arguments the function takes, from the least to the most, and what it makes of them. */
type XPathFunction = readonly [least: number, most: number, call: Computation];

const FUNCTIONS: ReadonlyMap<string, XPathFunction> = new Map<string, XPathFunction>([
  ["last", [0, 0, (_, { size }) => size]],
  ["position", [0, 0, (_, { position }) => position]],
  ["count", [1, 1, ([nodes]) => nodeSet(nodes).length]],
  ["sum", [1, 1, ([nodes]) => nodeSet(nodes).reduce((total, node) => total + numberOf([node]), 0)]],
  ["name", [0, 1, (given, focus) => nameOf(given, focus, "name")]],
  ["local-name", [0, 1, (given, focus) => nameOf(given, focus, "localName")]],
  ["namespace-uri", [0, 1, (given, focus) => nameOf(given, focus, "namespace")]],
  ["string", [0, 1, ([value], { node }) => stringOf(value ?? [node])]],
  ["concat", [2, Number.POSITIVE_INFINITY, (given) => given.map(stringOf).join("")]],
  ["starts-with", [2, 2, ofTexts((text, part) => text.startsWith(part))]],
  ["contains", [2, 2, ofTexts((text, part) => text.includes(part))]],
  ["substring-before", [2, 2, ofTexts((text, part) => text.slice(0, Math.max(text.indexOf(part), 0)))]],
  [
    "substring-after",
    [2, 2, ofTexts((text, part) => (text.includes(part) ? text.slice(text.indexOf(part) + part.length) : ""))],
  ],
  ["substring", [2, 3, ([text = "", start = 1, length]) => substring(stringOf(text), numberOf(start), length)]],
  ["string-length", [0, 1, ([value], { node }) => stringOf(value ?? [node]).length]],
  ["normalize-space", [0, 1, ([value], { node }) => trimmed(stringOf(value ?? [node])).replace(/[ \t\r\n]+/g, " ")]],
  ["translate", [3, 3, ofTexts(translated)]],
  ["boolean", [1, 1, ([value = false]) => booleanOf(value)]],
  ["not", [1, 1, ([value = false]) => !booleanOf(value)]],
  ["true", [0, 0, () => true]],
  ["false", [0, 0, () => false]],
  ["number", [0, 1, ([value], { node }) => numberOf(value ?? [node])]],
  ["floor", [1, 1, ([value = 0]) => Math.floor(numberOf(value))]],
  ["ceiling", [1, 1, ([value = 0]) => Math.ceil(numberOf(value))]],
  ["round", [1, 1, ([value = 0]) => Math.round(numberOf(value))]],
]);

/** They hang on a document type and on `xml:lang`. */
const NOT_EVALUATED: readonly string[] = ["id", "lang"];

export function callXPathFunction(name: string, given: readonly XPathValue[], focus: XPathFocus): XPathValue {
  if (NOT_EVALUATED.includes(name)) return unsupported(`the XPath function \`${name}\` is not evaluated`);
  const known = FUNCTIONS.get(name);
  if (!known) return invalid(`the XPath function \`${name}\` is not known`);
  const [least, most, call] = known;
  if (given.length < least || given.length > most)
    return invalid(`the XPath function \`${name}\` takes ${counted(least, most)}, got ${given.length}`);
  return call(given, focus);
}

function counted(least: number, most: number): string {
  if (least === most) return least === 1 ? "1 argument" : `${least} arguments`;
  return most === Number.POSITIVE_INFINITY ? `at least ${least} arguments` : `${least} or ${most} arguments`;
}

function ofTexts(call: (text: string, part: string, other: string) => XPathValue): Computation {
  return ([text = "", part = "", other = ""]) => call(stringOf(text), stringOf(part), stringOf(other));
}

function nodeSet(value: XPathValue | undefined): readonly XmlNode[] {
  return typeof value === "object" ? value : invalid("the XPath function needs nodes, not a value");
}

function nameOf(
  [given]: readonly XPathValue[],
  { node }: XPathFocus,
  part: "name" | "localName" | "namespace",
): string {
  const subject = given === undefined ? node : nodeSet(given)[0];
  if (subject?.kind === "instruction") return part === "namespace" ? "" : subject.name;
  return subject?.kind === "element" || subject?.kind === "attribute" ? subject[part] : "";
}

/** Positions count from 1 and are rounded. Characters are UTF-16 units, as in .NET's XPath, which the service uses. */
function substring(text: string, start: number, length: XPathValue | undefined): string {
  const first = Math.round(start);
  const end = length === undefined ? Number.POSITIVE_INFINITY : first + Math.round(numberOf(length));
  return text
    .split("")
    .filter((_, index) => index + 1 >= first && index + 1 < end)
    .join("");
}

function translated(text: string, from: string, to: string): string {
  return text.replace(/[\s\S]/g, (character) => {
    const index = from.indexOf(character);
    return index === -1 ? character : to.charAt(index);
  });
}
