/** Parses a string of a definition: plain text, `@expression`, or text with `@{expression}` in it. */

import { parseExpression, parseInterpolated } from "./parser";
import type { Expression, ParsedTemplate } from "./syntax";

/** How a template is written. Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language
 *  (escapes), and the scanner of Azure/LogicAppsUX, read for facts 2026-11-23. */
export function parseTemplate(text: string): ParsedTemplate {
  if (text.startsWith("@@")) return { template: { kind: "text", text: text.slice(1) } };
  if (text.length > 1 && text.startsWith("@") && !text.startsWith("@{")) {
    const parsed = parseExpression(text, 1);
    return "mistake" in parsed ? parsed : { template: { kind: "expression", expression: parsed.expression } };
  }
  return text.includes("@{") ? parseInterpolation(text) : { template: { kind: "text", text } };
}

function parseInterpolation(text: string): ParsedTemplate {
  const parts: (string | Expression)[] = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("@{", at);
    if (next === -1) {
      plain += text.slice(at);
      break;
    }
    if (next > at && text[next - 1] === "@") {
      // `@@{` stands for `@{`.
      plain += `${text.slice(at, next - 1)}@{`;
      at = next + 2;
      continue;
    }
    plain += text.slice(at, next);
    const parsed = parseInterpolated(text, next + 2);
    if ("mistake" in parsed) return parsed;
    if (plain !== "") parts.push(plain);
    plain = "";
    parts.push(parsed.expression);
    at = parsed.end;
  }
  if (plain !== "") parts.push(plain);
  if (parts.every((part) => typeof part === "string")) return { template: { kind: "text", text: parts.join("") } };
  return { template: { kind: "interpolation", parts } };
}

/** The calls and literals of a template, outermost first. */
export function expressionsOf(parsed: ParsedTemplate): readonly Expression[] {
  if ("mistake" in parsed) return [];
  const { template } = parsed;
  if (template.kind === "text") return [];
  if (template.kind === "expression") return [template.expression];
  return template.parts.filter((part) => typeof part !== "string");
}
