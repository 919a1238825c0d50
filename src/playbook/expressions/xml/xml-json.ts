/** XML to JSON and back, by the rules of Json.NET: `@name` for attributes, `#text` for text, arrays for repeated elements.
 *  Source: https://www.newtonsoft.com/json/help/html/ConvertingJSONandXML.htm and the examples of json() and xml(), read 2026-11-23. */

import { invalid } from "../failure";
import { isArray, isObject, objectOf, type Value, type ValueObject } from "../value";
import { textOf } from "../value-text";
import { rootElement, type XmlDocument, type XmlElement } from "./node";
import { escapedText } from "./xml-write";

export function jsonOfXml(document: XmlDocument): ValueObject {
  const root = rootElement(document);
  const declaration = document.declaration?.map(([name, value]) => [`@${name}`, value] as const);
  return objectOf([
    ...(declaration ? [["?xml", objectOf(declaration)] as const] : []),
    ...(root ? [[root.name, jsonOfElement(root)] as const] : []),
  ]);
}

function jsonOfElement(element: XmlElement): Value {
  const entries = new Map<string, Value>();
  for (const [prefix, namespace] of element.namespaces) {
    entries.set(prefix === "" ? "@xmlns" : `@xmlns:${prefix}`, namespace);
  }
  for (const { name, value } of element.attributes) entries.set(`@${name}`, value);
  const children = element.children.filter(({ kind }) => kind !== "comment" && kind !== "instruction");
  const [only] = children;
  if (entries.size === 0 && children.length === 0) return null;
  if (entries.size === 0 && children.length === 1 && only && only.kind === "text") return only.text;
  for (const [key, values] of grouped(children)) {
    entries.set(key, values.length === 1 ? (values[0] ?? null) : values);
  }
  return entries;
}

function grouped(children: XmlElement["children"]): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const child of children) {
    const key = child.kind === "element" ? child.name : child.kind === "cdata" ? "#cdata-section" : "#text";
    const value = child.kind === "element" ? jsonOfElement(child) : child.kind === "instruction" ? null : child.text;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The XML text of an object with one root property. */
export function xmlOfJson(value: ValueObject): string {
  const declaration = value.get("?xml");
  const roots = [...value].filter(([key]) => key !== "?xml");
  const [root] = roots;
  if (!root || roots.length > 1) invalid("XML has one root element, so the object must have exactly one property");
  const [name, content] = root ?? ["", null];
  if (isArray(content)) invalid("XML has one root element, so the root property must not be an array");
  const head = isObject(declaration)
    ? `<?xml${[...declaration].map(([key, each]) => ` ${key.replace(/^@/, "")}="${escapedText(textOf(each), true)}"`).join("")}?>`
    : "";
  return head + elementOfJson(name, content);
}

function elementOfJson(name: string, value: Value): string {
  const tag = encodedName(name);
  if (isArray(value)) return value.map((each) => elementOfJson(name, each)).join("");
  if (!isObject(value)) {
    const text = typeof value === "boolean" ? String(value) : escapedText(textOf(value), false);
    return value === null || text === "" ? `<${tag} />` : `<${tag}>${text}</${tag}>`;
  }
  const attributes = [...value].filter(([key, each]) => isAttribute(key, each));
  const head = attributes.map(([key, each]) => ` ${key.slice(1)}="${escapedText(textOf(each), true)}"`).join("");
  const body = [...value]
    .filter(([key, each]) => !isAttribute(key, each))
    .map(([key, each]) => {
      if (key === "#text") return escapedText(textOf(each), false);
      return key === "#cdata-section" ? `<![CDATA[${textOf(each)}]]>` : elementOfJson(key, each);
    });
  const inner = body.join("");
  return inner === "" ? `<${tag}${head} />` : `<${tag}${head}>${inner}</${tag}>`;
}

function isAttribute(key: string, value: Value): boolean {
  return key.length > 1 && key.startsWith("@") && !isObject(value) && !isArray(value);
}

/** What XML does not allow in a name becomes `_xHHHH_`, as .NET encodes it. */
function encodedName(name: string): string {
  const encode = (character: string) =>
    `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}_`;
  if (name === "") invalid("an XML element needs a name, so a property name must not be empty");
  return name.replace(/^[^\p{L}_]|[^\p{L}\p{N}_.:-]/gu, encode);
}
