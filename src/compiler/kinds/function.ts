/** A function becomes a saved search with an alias. */

import { type Diagnostic, finding } from "../../diagnostics";
import type { DocumentOf } from "../../documents";
import { functionSignature } from "../checks/function-signature";
import type { KindCompiler } from "../frame";
import { functionQuery } from "../queries/function-query";
import { optionalPrelude } from "../queries/shapes";
import { ruleId } from "../rule-id";
import { dependencies } from "./dependencies";
import { savedSearch } from "./saved-search";

export const workspaceFunction: KindCompiler<"Function"> = {
  kind: "Function",
  plane: "analytics",
  check: checkFunction,
  compile: ({ document, body, stage, at }, frame) => {
    const entry = { key: document.key, kind: document.kind, title: body.name, stage, parameters: {} };
    const parameters = parametersOf(body.signature);
    const resource = savedSearch({
      document,
      frame,
      id: ruleId({ key: document.key }),
      inputs: {
        category: "Functions",
        displayName: body.name,
        functionAlias: body.name,
        functionParameters: parameters === "" ? undefined : parameters,
        query: optionalPrelude(body, { tables: frame.tables, declared: frame.shapes.tables }) + body.query,
      },
      dependsOn: dependencies(body.query, frame, document.key),
      at: (path) => at(POINTERS[path] ?? path),
    });
    // A signature that can't be read is told by the document's own check.
    const query = checkFunction(document).length === 0 ? { query: functionQuery(document, frame) } : {};
    return { compiled: { entry, resources: [resource], ...query }, diagnostics: [] };
  },
};

const POINTERS: Readonly<Record<string, string>> = {
  "/displayName": "/name",
  "/functionAlias": "/name",
  "/functionParameters": "/signature",
};

/** The inside of the signature's parentheses, which is what the service stores. */
function parametersOf(signature: string | undefined): string {
  return /^\s*\(([\s\S]*)\)\s*$/.exec(signature ?? "()")?.[1]?.trim() ?? "";
}

/** One parameter: a name, a type or a table's columns, and perhaps a default. */
const PARAMETER = /^\s*[A-Za-z_]\w*\s*:\s*(?:\([^()]*\)|[a-z]+)\s*(?:=[\s\S]+)?$/;

function checkFunction({ body, place }: DocumentOf<"Function">): readonly Diagnostic[] {
  const { signature } = body;
  if (signature === undefined) return [];
  const at = place.at("/signature");
  if (!/^\s*\([\s\S]*\)\s*$/.test(signature)) {
    return [
      finding(functionSignature, { message: `the signature \`${signature}\` does not stand in parentheses`, at }),
    ];
  }
  const wrong = splitParameters(parametersOf(signature)).find((part) => !PARAMETER.test(part));
  if (wrong === undefined) return [];
  return [
    finding(functionSignature, {
      message: `\`${wrong.trim()}\` is no parameter, expected name: type or name: type = default`,
      at,
    }),
  ];
}

/** The parameters of a signature, each as it is written: `lookback: timespan = 14d`. */
export function functionParameters(signature: string | undefined): readonly string[] {
  return splitParameters(parametersOf(signature));
}

/** Splits at commas outside of parentheses, brackets and strings. */
function splitParameters(text: string): readonly string[] {
  if (text === "") return [];
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (const [index, char] of [...text].entries()) {
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === "(" || char === "[") depth += 1;
    else if (char === ")" || char === "]") depth -= 1;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
