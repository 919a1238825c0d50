/** Where in a file the value or the key of a JSON pointer stands. */

import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";
import { type Span, span } from "../../diagnostics";
import { resolveAlias, type YamlDocument } from "./yaml-file";

/** Which part of a mapping's entry is meant. */
export type PointerPart = "key" | "value";

/** The span of a pointer; where the pointer leads nowhere, that of the nearest part that exists. */
export function pointerSpan(document: YamlDocument, pointer: string, part: PointerPart = "value"): Span {
  let node: unknown = document.root;
  let pair: Pair | undefined;
  for (const step of pointerSteps(pointer)) {
    const target = resolveAlias(document.root, node);
    const found = childOf(target, step);
    if (!found) return nodeSpan(document, pair ? pair.key : firstKey(document.root));
    pair = isPair(found) ? found : undefined;
    node = isPair(found) ? found.value : found;
  }
  if (pair && (part === "key" || !isNode(node) || isUnwritten(node))) return nodeSpan(document, pair.key);
  return nodeSpan(document, node);
}

/** The null of `query:`, which has no text of its own. */
function isUnwritten(node: Node): boolean {
  return isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];
}

/** The node of a pointer, if there is one. */
export function pointerNode(document: YamlDocument, pointer: string): Node | undefined {
  let node: unknown = document.root;
  for (const step of pointerSteps(pointer)) {
    const found = childOf(resolveAlias(document.root, node), step);
    node = isPair(found) ? found.value : found;
  }
  return isNode(node) ? node : undefined;
}

/** The steps of an RFC 6901 pointer, unescaped. */
export function pointerSteps(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A step as it is written in a pointer. */
export function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function childOf(node: unknown, step: string): unknown {
  if (isMap(node)) return node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step);
  if (isSeq(node)) return node.items[Number(step)];
  return undefined;
}

function firstKey(root: Node): unknown {
  return isMap(root) ? root.items[0]?.key : root;
}

/** A mapping or list is shown by its first line; a block of text by its first line of content. */
function nodeSpan({ source, root }: YamlDocument, node: unknown): Span {
  const range = (isNode(node) ? node.range : undefined) ?? root.range;
  if (!range) return span(source, 0, 0);
  const [start, valueEnd] = range;
  const isBlock = isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
  const from = isBlock ? blockStart(source.text, start, valueEnd) : start;
  const lineEnd = source.text.indexOf("\n", from);
  const stop = lineEnd === -1 || lineEnd > valueEnd ? valueEnd : lineEnd;
  return span(source, from, Math.max(from, source.text.slice(from, stop).trimEnd().length + from));
}

function blockStart(text: string, start: number, end: number): number {
  const content = text.indexOf("\n", start);
  if (content === -1 || content >= end) return start;
  const rest = /\S/.exec(text.slice(content, end));
  return rest ? content + rest.index : start;
}
