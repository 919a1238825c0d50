/** The values of XPath 1.0, and how they turn into each other. */

import type { Meter } from "../context";
import { doubleText } from "../value-text";
import { textContent, type XmlNode } from "./node";

export type XPathValue = readonly XmlNode[] | string | number | boolean;

/** The node that an expression is about, and its place among its equals. */
export interface XPathFocus {
  readonly node: XmlNode;
  readonly position: number;
  readonly size: number;
  readonly meter: Meter;
}

export function stringOf(value: XPathValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return value === 0 ? "0" : doubleText(value);
  const [first] = value;
  return first ? textContent(first) : "";
}

export function numberOf(value: XPathValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = trimmed(stringOf(value));
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** XML has four blanks; others are characters like any. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

export function booleanOf(value: XPathValue): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
  return value.length > 0;
}

/** A set of nodes compares by any of its nodes. */
export function compared(operator: string, left: XPathValue, right: XPathValue): boolean {
  if (typeof left === "object" && typeof right !== "boolean") {
    return left.some((node) => compared(operator, like(node, right), right));
  }
  if (typeof right === "object" && typeof left !== "boolean") {
    return right.some((node) => compared(operator, left, like(node, left)));
  }
  if (operator === "=" || operator === "!=") return isEqual(left, right) === (operator === "=");
  const first = numberOf(typeof left === "object" ? booleanOf(left) : left);
  const second = numberOf(typeof right === "object" ? booleanOf(right) : right);
  if (operator === "<") return first < second;
  if (operator === "<=") return first <= second;
  return operator === ">" ? first > second : first >= second;
}

function like(node: XmlNode, other: XPathValue): XPathValue {
  const text = textContent(node);
  return typeof other === "number" ? numberOf(text) : text;
}

function isEqual(left: XPathValue, right: XPathValue): boolean {
  if (typeof left === "boolean" || typeof right === "boolean") return booleanOf(left) === booleanOf(right);
  if (typeof left === "number" || typeof right === "number") return numberOf(left) === numberOf(right);
  return stringOf(left) === stringOf(right);
}
