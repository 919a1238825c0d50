/** Evaluates XPath 1.0 over a document. */

import { unreachable } from "../../../diagnostics";
import type { Meter } from "../context";
import { beyondLimit, invalid } from "../failure";
import type { XmlChild, XmlElement, XmlNode, XmlParent } from "./node";
import { callXPathFunction } from "./xpath-functions";
import type { XPath, XPathPath, XPathStep, XPathTest } from "./xpath-syntax";
import { booleanOf, compared, numberOf, type XPathFocus, type XPathValue } from "./xpath-value";

export function evaluateXPath(path: XPath, focus: XPathFocus): XPathValue {
  switch (path.kind) {
    case "number":
    case "text":
      return path.value;
    case "negation":
      return -numberOf(evaluateXPath(path.operand, focus));
    case "call":
      return callFunction(path.name, path.arguments, focus);
    case "binary":
      return evaluateBinary(path.operator, path.left, path.right, focus);
    case "path":
      return evaluatePath(path, focus);
    default:
      return unreachable(path);
  }
}

function callFunction(name: string, given: readonly XPath[], focus: XPathFocus): XPathValue {
  const values = given.map((each) => evaluateXPath(each, focus));
  return callXPathFunction(name, values, focus);
}

function evaluateBinary(operator: string, left: XPath, right: XPath, focus: XPathFocus): XPathValue {
  const first = evaluateXPath(left, focus);
  if (operator === "or" && booleanOf(first)) return true;
  if (operator === "and" && !booleanOf(first)) return false;
  const second = evaluateXPath(right, focus);
  switch (operator) {
    case "or":
    case "and":
      return booleanOf(second);
    case "|":
      return inOrder([...nodesOf(first), ...nodesOf(second)], focus.meter);
    case "+":
      return numberOf(first) + numberOf(second);
    case "-":
      return numberOf(first) - numberOf(second);
    case "*":
      return numberOf(first) * numberOf(second);
    case "div":
      return numberOf(first) / numberOf(second);
    case "mod":
      return numberOf(first) % numberOf(second);
    default:
      return compared(operator, first, second);
  }
}

function nodesOf(value: XPathValue): readonly XmlNode[] {
  return typeof value === "object" ? value : invalid("the XPath needs nodes here, not a value");
}

function evaluatePath({ from, steps }: XPathPath, focus: XPathFocus): readonly XmlNode[] {
  let nodes: readonly XmlNode[];
  if (from === "root") nodes = [rootOf(focus.node)];
  else if (from === "context") nodes = [focus.node];
  else {
    nodes = nodesOf(evaluateXPath(from.expression, focus));
    for (const predicate of from.predicates) nodes = filtered(nodes, predicate, focus.meter);
  }
  for (const step of steps)
    nodes = inOrder(
      nodes.flatMap((node) => stepFrom(node, step, focus.meter)),
      focus.meter,
    );
  return nodes;
}

function stepFrom(node: XmlNode, { axis, test, predicates }: XPathStep, meter: Meter): readonly XmlNode[] {
  const along = alongAxis(node, axis);
  visit(along.length + 1, meter);
  let nodes: readonly XmlNode[] = along.filter((each) => passes(each, test, axis));
  for (const predicate of predicates) nodes = filtered(nodes, predicate, meter);
  return nodes;
}

/** A visited node costs as much as this many characters of text. */
const VISIT_UNITS = 50;

function visit(nodes: number, meter: Meter): void {
  meter.left -= nodes * VISIT_UNITS;
  if (meter.left < 0) beyondLimit("the XPath visits more nodes than the limit allows");
}

/** A number as a predicate is a position. */
function filtered(nodes: readonly XmlNode[], predicate: XPath, meter: Meter): readonly XmlNode[] {
  return nodes.filter((node, index) => {
    const value = evaluateXPath(predicate, { node, position: index + 1, size: nodes.length, meter });
    return typeof value === "number" ? value === index + 1 : booleanOf(value);
  });
}

function passes(node: XmlNode, test: XPathTest, axis: string): boolean {
  if (test.kind === "type") {
    if (test.type === "node") return true;
    if (test.type === "text") return node.kind === "text" || node.kind === "cdata";
    return node.kind === "comment";
  }
  if (test.kind === "instruction")
    return node.kind === "instruction" && (test.target === undefined || test.target === node.name);
  const wanted = axis === "attribute" ? "attribute" : "element";
  if (node.kind !== wanted || (node.kind !== "element" && node.kind !== "attribute")) return false;
  if (test.name === "*") return true;
  if (test.name.includes(":")) return invalid(`the XPath prefix of \`${test.name}\` is not declared; use local-name()`);
  return node.localName === test.name && node.namespace === "";
}

function alongAxis(node: XmlNode, axis: string): readonly XmlNode[] {
  switch (axis) {
    case "self":
      return [node];
    case "child":
      return [...childrenOf(node)];
    case "attribute":
      return node.kind === "element" ? [...node.attributes] : [];
    case "parent":
      return ancestorsOf(node).slice(0, 1);
    case "ancestor":
      return ancestorsOf(node);
    case "ancestor-or-self":
      return [node, ...ancestorsOf(node)];
    case "descendant":
      return descendantsOf(node);
    case "descendant-or-self":
      return [node, ...descendantsOf(node)];
    case "following-sibling":
      return siblingsOf(node, 1);
    case "preceding-sibling":
      return siblingsOf(node, -1);
    case "following":
      return [
        ...(node.kind === "attribute" && node.parent ? descendantsOf(node.parent) : []),
        ...[node, ...ancestorsOf(node)]
          .flatMap((each) => siblingsOf(each, 1))
          .flatMap((each) => [each, ...descendantsOf(each)]),
      ];
    default:
      return [node, ...ancestorsOf(node)]
        .flatMap((each) => siblingsOf(each, -1))
        .flatMap((each) => [each, ...descendantsOf(each)].reverse());
  }
}

function childrenOf(node: XmlNode): readonly XmlChild[] {
  return node.kind === "element" || node.kind === "document" ? node.children : [];
}

function descendantsOf(node: XmlNode): XmlNode[] {
  return childrenOf(node).flatMap((child) => [child, ...descendantsOf(child)]);
}

function parentOf(node: XmlNode): XmlParent | XmlElement | undefined {
  return node.kind === "document" ? undefined : node.parent;
}

/** The nearest first. */
function ancestorsOf(node: XmlNode): XmlNode[] {
  const ancestors: XmlNode[] = [];
  for (let parent = parentOf(node); parent; parent = parentOf(parent)) ancestors.push(parent);
  return ancestors;
}

function rootOf(node: XmlNode): XmlNode {
  return ancestorsOf(node).at(-1) ?? node;
}

/** The nearest first, in either direction. */
function siblingsOf(node: XmlNode, direction: 1 | -1): XmlNode[] {
  const parent = parentOf(node);
  if (!parent || node.kind === "attribute" || node.kind === "document") return [];
  const index = parent.children.indexOf(node);
  return direction === 1 ? parent.children.slice(index + 1) : parent.children.slice(0, index).reverse();
}

/** Document order, each node once. Nodes of one step mostly are in order already, so the walk is only made where it matters. */
function inOrder(nodes: readonly XmlNode[], meter: Meter): readonly XmlNode[] {
  const wanted = new Set(nodes);
  const [first] = nodes;
  if (first === undefined || wanted.size === 1) return [...wanted];
  const ordered: XmlNode[] = [];
  const root = rootOf(first);
  const all = [root, ...descendantsOf(root)];
  visit(all.length, meter);
  for (const node of all) {
    if (wanted.has(node)) ordered.push(node);
    if (node.kind === "element") ordered.push(...node.attributes.filter((attribute) => wanted.has(attribute)));
  }
  return ordered;
}
