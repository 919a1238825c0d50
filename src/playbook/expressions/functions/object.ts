/** Functions that change objects, and those for XML. */

import { contentOf, contentText, isContent, utf8Bytes, XML_CONTENT } from "../content";
import type { Meter } from "../context";
import { invalid } from "../failure";
import { isObject, keyOf, objectOf, typeName, type Value } from "../value";
import { textContent, type XmlNode } from "../xml/node";
import { xmlOfJson } from "../xml/xml-json";
import { parseXml } from "../xml/xml-parse";
import { detachedText, xmlText } from "../xml/xml-write";
import { evaluateXPath } from "../xml/xpath-evaluate";
import { parseXPath } from "../xml/xpath-parse";
import { objectAt, textAt } from "./arguments";
import type { ExpressionFunction } from "./definition";

const addProperty: ExpressionFunction = {
  name: "addProperty",
  summary: "adds a property that the object does not have yet",
  arity: [3, 3],
  examples: [[`addProperty(json('{"a": 1}'), 'b', 2)`, { a: 1, b: 2 }]],
  call: (given) => {
    const [object, name] = [objectAt(given, 0), textAt(given, 1)];
    if (object.has(name)) invalid(`the object already has a property \`${name}\``);
    return objectOf([...object, [name, given[2] ?? null]]);
  },
};

const setProperty: ExpressionFunction = {
  name: "setProperty",
  summary: "sets a property, new or not",
  arity: [3, 3],
  examples: [
    [`setProperty(json('{"a": 1}'), 'a', 2)`, { a: 2 }],
    [`setProperty(json('{"a": 1}'), 'b', 2)`, { a: 1, b: 2 }],
  ],
  call: (given) => {
    const [object, name] = [objectAt(given, 0), textAt(given, 1)];
    return objectOf([...object, [keyOf(object, name) ?? name, given[2] ?? null]]);
  },
};

const removeProperty: ExpressionFunction = {
  name: "removeProperty",
  summary: "takes a property out, if it is there",
  arity: [2, 2],
  examples: [
    [`removeProperty(json('{"a": 1, "b": 2}'), 'b')`, { a: 1 }],
    [`removeProperty(json('{"a": 1}'), 'b')`, { a: 1 }],
  ],
  call: (given) => {
    const [object, name] = [objectAt(given, 0), textAt(given, 1)];
    return objectOf([...object].filter(([key]) => key !== name));
  },
};

const xml: ExpressionFunction = {
  name: "xml",
  summary: "makes XML of a text or of an object with one root property",
  arity: [1, 1],
  examples: [
    ["string(xml('<name>Sophia Owen</name>'))", "<name>Sophia Owen</name>"],
    [`string(xml(json('{ "name": "Sophia Owen" }')))`, "<name>Sophia Owen</name>"],
  ],
  call: ([value = null]) => contentOf(XML_CONTENT, utf8Bytes(xmlSource(value))),
};

function xmlSource(value: Value): string {
  if (isContent(value)) return xmlText(parseXml(contentText(value)));
  if (typeof value === "string") return xmlText(parseXml(value));
  if (isObject(value)) return xmlOfJson(value);
  return invalid(`the argument must be a text or an object, got a value of type ${typeName(value)}`);
}

const xpath: ExpressionFunction = {
  name: "xpath",
  summary: "selects nodes or computes a value by XPath 1.0",
  arity: [2, 2],
  examples: [
    ["xpath(xml('<p><n>Gala</n><n>Fuji</n></p>'), '/p/n/text()')", ["Gala", "Fuji"]],
    ["xpath(xml('<p><n>10</n><n>20</n></p>'), 'sum(/p/n)')", 30],
    ["xpath(xml('<p k=\"1\"/>'), 'string(/p/@k)')", "1"],
  ],
  call: ([source = null, path = null], { meter }) => selected(xmlSource(source), textAt([path], 0), meter),
};

function selected(source: string, path: string, meter: Meter): Value {
  const value = evaluateXPath(parseXPath(path), { node: parseXml(source), position: 1, size: 1, meter });
  if (typeof value === "object") return value.map(nodeValue);
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** Elements come as XML content, all other nodes as their text. */
function nodeValue(node: XmlNode): Value {
  if (node.kind === "element") return contentOf(XML_CONTENT, utf8Bytes(detachedText(node)));
  return node.kind === "document" ? contentOf(XML_CONTENT, utf8Bytes(xmlText(node))) : textContent(node);
}

export const objectFunctions: readonly ExpressionFunction[] = [addProperty, removeProperty, setProperty, xml, xpath];
