/** What is wrong with the parameters that a document declares. */

import { type Diagnostic, finding } from "../../diagnostics";
import { type DocumentPlace, formats, pointerStep } from "../../documents";
import { parameterConstraint } from "../checks/parameter-constraint";
import { parameterDefault } from "../checks/parameter-default";
import { parameterName } from "../checks/parameter-name";
import { fitted, type Parameter, patternOf } from "./parameter-value";

/** Words that KQL reads as syntax where a name could stand.
 *  Source: https://learn.microsoft.com/kusto/query/schema-entities/entity-names, "reference rules", read 2026-11-23. */
const RESERVED = new Set([
  "and",
  "as",
  "between",
  "by",
  "contains",
  "declare",
  "endswith",
  "false",
  "has",
  "in",
  "let",
  "not",
  "null",
  "or",
  "print",
  "restrict",
  "set",
  "startswith",
  "true",
  "union",
  "where",
]);

/** Name, constraints and default of each parameter; a default is judged only by constraints that are sound. */
export function parameterFindings(
  parameters: Readonly<Record<string, Parameter>>,
  place: DocumentPlace,
): readonly Diagnostic[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const pointer = `/parameters${pointerStep(name)}`;
    const diagnostics: Diagnostic[] = [];
    if (!formats.identifier.test(name) || RESERVED.has(name)) {
      const why = RESERVED.has(name) ? "is a word of the language" : `expected ${formats.identifier.expected}`;
      diagnostics.push(
        finding(parameterName, {
          message: `\`${name}\` is no name for a parameter: ${why}`,
          at: place.at(pointer, "key"),
        }),
      );
    }
    const unsound = constraintMistakes(parameter);
    for (const [key, message] of unsound)
      diagnostics.push(finding(parameterConstraint, { message, at: place.at(`${pointer}/${key}`) }));
    const value = unsound.length > 0 ? undefined : fitted(parameter, parameter.default);
    if (value && "mistake" in value) {
      diagnostics.push(
        finding(parameterDefault, {
          message: `the default does not fit: ${value.mistake}`,
          at: place.at(`${pointer}/default`),
        }),
      );
    }
    return diagnostics;
  });
}

const RANGED = new Set(["int", "long", "real", "datetime", "timespan", "int[]"]);
const TEXTUAL = new Set(["string", "string[]"]);

/** Pairs of constraint and what is wrong with it. */
function constraintMistakes(parameter: Parameter): readonly (readonly [string, string])[] {
  const { type, pattern } = parameter;
  const mistakes: (readonly [string, string])[] = [];
  const bare: Parameter = { type: type.replace("[]", "") as Parameter["type"], default: undefined };
  for (const key of ["minimum", "maximum"] as const) {
    if (parameter[key] === undefined) continue;
    if (!RANGED.has(type)) mistakes.push([key, `a ${type} has no ${key}`]);
    else if ("mistake" in fitted(bare, parameter[key])) mistakes.push([key, `the ${key} is no ${bare.type}`]);
  }
  for (const [index, value] of (parameter.values ?? []).entries()) {
    const read = fitted(bare, value);
    if ("mistake" in read) mistakes.push([`values/${index}`, read.mistake]);
  }
  for (const key of ["pattern", "format"] as const) {
    if (parameter[key] !== undefined && !TEXTUAL.has(type)) mistakes.push([key, `a ${type} has no ${key}`]);
  }
  if (pattern !== undefined && !patternOf(pattern))
    mistakes.push(["pattern", `\`${pattern}\` is no regular expression`]);
  return mistakes;
}
