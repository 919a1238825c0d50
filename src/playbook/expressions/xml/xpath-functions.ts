/** The function library of XPath 1.0. */

import { invalid } from "../failure";
import type { XmlNode } from "./node";
import { booleanOf, numberOf, stringOf, type XPathFocus, type XPathValue } from "./xpath-value";

type XPathFunction = (given: readonly XPathValue[], focus: XPathFocus) => XPathValue;

export const xpathFunctions: ReadonlyMap<string, XPathFunction> = new Map<string, XPathFunction>([
  ["last", (_, { size }) => size],
  ["position", (_, { position }) => position],
  ["count", ([nodes]) => nodeSet(nodes).length],
  ["sum", ([nodes]) => nodeSet(nodes).reduce((total, node) => total + numberOf([node]), 0)],
  ["name", (given, focus) => nameOf(given, focus, "name")],
  ["local-name", (given, focus) => nameOf(given, focus, "localName")],
  ["namespace-uri", (given, focus) => nameOf(given, focus, "namespace")],
  ["string", ([value], { node }) => stringOf(value ?? [node])],
  ["concat", (given) => given.map(stringOf).join("")],
  ["starts-with", ([text = "", part = ""]) => stringOf(text).startsWith(stringOf(part))],
  ["contains", ([text = "", part = ""]) => stringOf(text).includes(stringOf(part))],
  ["substring-before", ([text = "", part = ""]) => cutAt(stringOf(text), stringOf(part)).before],
  ["substring-after", ([text = "", part = ""]) => cutAt(stringOf(text), stringOf(part)).after],
  ["substring", ([text = "", start = 1, length]) => substring(stringOf(text), numberOf(start), length)],
  ["string-length", ([value], { node }) => [...stringOf(value ?? [node])].length],
  [
    "normalize-space",
    ([value], { node }) =>
      stringOf(value ?? [node])
        .trim()
        .replace(/\s+/g, " "),
  ],
  [
    "translate",
    ([text = "", from = "", to = ""]) => translated(stringOf(text), [...stringOf(from)], [...stringOf(to)]),
  ],
  ["boolean", ([value = false]) => booleanOf(value)],
  ["not", ([value = false]) => !booleanOf(value)],
  ["true", () => true],
  ["false", () => false],
  ["number", ([value], { node }) => numberOf(value ?? [node])],
  ["floor", ([value = 0]) => Math.floor(numberOf(value))],
  ["ceiling", ([value = 0]) => Math.ceil(numberOf(value))],
  ["round", ([value = 0]) => Math.floor(numberOf(value) + 0.5)],
]);

function nodeSet(value: XPathValue | undefined): readonly XmlNode[] {
  return typeof value === "object" ? value : invalid("the XPath function needs nodes, not a value");
}

function nameOf(
  [given]: readonly XPathValue[],
  { node }: XPathFocus,
  part: "name" | "localName" | "namespace",
): string {
  const subject = given === undefined ? node : nodeSet(given)[0];
  return subject?.kind === "element" || subject?.kind === "attribute" ? subject[part] : "";
}

function cutAt(text: string, part: string): { readonly before: string; readonly after: string } {
  const at = text.indexOf(part);
  return at === -1 ? { before: "", after: "" } : { before: text.slice(0, at), after: text.slice(at + part.length) };
}

/** Positions count from 1 and are rounded. */
function substring(text: string, start: number, length: XPathValue | undefined): string {
  const first = Math.floor(start + 0.5);
  const end = length === undefined ? Number.POSITIVE_INFINITY : first + Math.floor(numberOf(length) + 0.5);
  return [...text].filter((_, index) => index + 1 >= first && index + 1 < end).join("");
}

function translated(text: string, from: readonly string[], to: readonly string[]): string {
  return [...text]
    .map((character) => {
      const index = from.indexOf(character);
      return index === -1 ? character : (to[index] ?? "");
    })
    .join("");
}
