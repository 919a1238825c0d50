/** Reads XML texts: well-formed documents without a document type, as .NET reads them by default. */

import { beyondLimit, invalid } from "../failure";
import { VALUE_DEPTH_MAX } from "../value";
import type { XmlAttribute, XmlDocument, XmlElement, XmlParent } from "./node";

export function parseXml(text: string): XmlDocument {
  const document: XmlDocument = { kind: "document", children: [], declaration: undefined };
  const reader: Reader = { text: text.replace(/^\uFEFF/, ""), at: 0 };
  const open: XmlParent[] = [document];
  while (reader.at < reader.text.length) readNext(reader, open, document);
  const unclosed = open.at(-1);
  if (unclosed?.kind === "element") invalid(`the XML element \`${unclosed.name}\` is not closed`);
  if (!document.children.some(({ kind }) => kind === "element")) invalid("the text is not XML: it has no root element");
  return document;
}

interface Reader {
  readonly text: string;
  at: number;
}

const NAME = "[\\p{L}_:][\\p{L}\\p{N}_:.\\-\u00b7]*";
const OPEN_TAG = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, "uy");
const CLOSE_TAG = new RegExp(`</(${NAME})\\s*>`, "uy");
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "gu");
const INSTRUCTION = new RegExp(`<\\?(${NAME})(?:\\s+([\\s\\S]*?))?\\?>`, "uy");
const COMMENT = /<!--((?:(?!--)[\s\S])*)-->/y;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const TEXT = /[^<]+/y;

function readNext(reader: Reader, open: XmlParent[], document: XmlDocument): void {
  const parent = open.at(-1) ?? document;
  for (const [pattern, read] of CONSTRUCTS) {
    const match = take(reader, pattern);
    if (!match) continue;
    read({ document, parent, open, match });
    return;
  }
  const seen = reader.text.slice(reader.at, reader.at + 12);
  if (seen.startsWith("<!DOCTYPE")) invalid("the XML has a document type, which is not allowed");
  invalid(`the text is not XML: unexpected \`${seen}\``);
}

/** What was matched, and where in the tree it stands. */
interface Found {
  readonly document: XmlDocument;
  readonly parent: XmlParent;
  /** The elements that are not closed yet, outermost first. */
  readonly open: XmlParent[];
  readonly match: RegExpExecArray;
}

const CONSTRUCTS: readonly (readonly [RegExp, (found: Found) => void])[] = [
  [TEXT, addText],
  [CLOSE_TAG, closeElement],
  [OPEN_TAG, addElement],
  [INSTRUCTION, addInstruction],
  [COMMENT, ({ parent, match }) => parent.children.push({ kind: "comment", text: match[1] ?? "", parent })],
  [CDATA, addCharacterData],
];

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (!match) return undefined;
  reader.at = pattern.lastIndex;
  return match;
}

/** Blanks between elements are not kept, as in a .NET document that does not preserve white space. */
function addText({ parent, match: [text] }: Found): void {
  if (text.trim() === "") return;
  if (parent.kind === "document") invalid("the text is not XML: there is text outside the root element");
  parent.children.push({ kind: "text", text: decoded(text), parent });
}

function addCharacterData({ parent, match }: Found): void {
  if (parent.kind === "document") invalid("the text is not XML: there is text outside the root element");
  parent.children.push({ kind: "cdata", text: match[1] ?? "", parent });
}

function addInstruction({ document, parent, match: [, name = "", text = ""] }: Found): void {
  if (name.toLowerCase() !== "xml") {
    parent.children.push({ kind: "instruction", name, text, parent });
    return;
  }
  if (document.declaration || document.children.length > 0) invalid("the XML declaration must come first");
  document.declaration = [...text.matchAll(ATTRIBUTE)].map(([, key = "", double, single]) => [
    key,
    double ?? single ?? "",
  ]);
}

function closeElement({ parent, open, match: [, name] }: Found): void {
  if (parent.kind !== "element" || parent.name !== name) invalid(`the XML closing tag \`${name}\` has no opening tag`);
  open.pop();
}

function addElement({ open, parent, match: [, name = "", given = "", slash] }: Found): void {
  if (open.length > VALUE_DEPTH_MAX) beyondLimit(`the XML is nested more than ${VALUE_DEPTH_MAX} levels deep`);
  if (parent.kind === "document" && parent.children.some(({ kind }) => kind === "element")) {
    invalid("the text is not XML: it has more than one root element");
  }
  const written = [...given.matchAll(ATTRIBUTE)].map(
    ([, key = "", double, single]) => [key, decoded(double ?? single ?? "")] as const,
  );
  const namespaces = written.flatMap(([key, value]) => {
    if (key === "xmlns") return [["", value] as const];
    return key.startsWith("xmlns:") ? [[key.slice(6), value] as const] : [];
  });
  const lookUp = (prefix: string) =>
    namespaces.find(([each]) => each === prefix)?.[1] ?? inheritedNamespace(parent, prefix);
  const attributes = written
    .filter(([key]) => key !== "xmlns" && !key.startsWith("xmlns:"))
    .map(([key, value]) => attributeOf(key, value, lookUp));
  if (new Set(attributes.map((each) => each.name)).size < attributes.length)
    invalid(`the XML element \`${name}\` has an attribute twice`);
  const [prefix, localName] = splitName(name);
  const element: XmlElement = {
    kind: "element",
    name,
    localName,
    namespace: prefix === "" ? (lookUp("") ?? "") : (lookUp(prefix) ?? undeclared(prefix)),
    attributes,
    namespaces,
    children: [],
    parent,
  };
  for (const attribute of attributes) attribute.parent = element;
  parent.children.push(element);
  if (slash === "") open.push(element);
}

function attributeOf(name: string, value: string, lookUp: (prefix: string) => string | undefined): XmlAttribute {
  const [prefix, localName] = splitName(name);
  const namespace = prefix === "" ? "" : (lookUp(prefix) ?? undeclared(prefix));
  return { kind: "attribute", name, localName, namespace, value, parent: undefined };
}

function inheritedNamespace(from: XmlParent, prefix: string): string | undefined {
  if (prefix === "xml") return "http://www.w3.org/XML/1998/namespace";
  for (let node: XmlParent = from; node.kind === "element"; node = node.parent) {
    const found = node.namespaces.find(([each]) => each === prefix);
    if (found) return found[1];
  }
  return undefined;
}

function undeclared(prefix: string): never {
  return invalid(`the XML prefix \`${prefix}\` is not declared`);
}

function splitName(name: string): readonly [prefix: string, localName: string] {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&([^;\s&]*)(;?)/g, (whole, name: string, end: string) => {
    const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? "0", code[1] === undefined ? 10 : 16) : undefined;
    if (end === "" || (point !== undefined && point > 0x10ffff)) return invalid(`\`${whole}\` is not an XML entity`);
    if (point !== undefined) return String.fromCodePoint(point);
    return ENTITIES[name] ?? invalid(`\`${whole}\` is not an XML entity`);
  });
}
