/** All functions of the expression language, by name. */

import { collectionFunctions } from "./collection";
import { conversionFunctions } from "./conversion";
import { dateTimeFunctions } from "./date-time";
import type { ExpressionFunction } from "./definition";
import { encodingFunctions } from "./encoding";
import { formDataFunctions } from "./form-data";
import { logicFunctions } from "./logic";
import { mathFunctions } from "./math";
import { objectFunctions } from "./object";
import { stringFunctions } from "./string";
import { textSearchFunctions } from "./text-search";
import { uriFunctions } from "./uri";
import { workflowFunctions } from "./workflow";

export const expressionFunctions: readonly ExpressionFunction[] = [
  ...stringFunctions,
  ...textSearchFunctions,
  ...collectionFunctions,
  ...logicFunctions,
  ...conversionFunctions,
  ...encodingFunctions,
  ...mathFunctions,
  ...dateTimeFunctions,
  ...workflowFunctions,
  ...formDataFunctions,
  ...uriFunctions,
  ...objectFunctions,
];

const byName = new Map(expressionFunctions.map((each) => [each.name.toLowerCase(), each]));

/** A function by name, whatever the case. */
export function expressionFunction(name: string): ExpressionFunction | undefined {
  return byName.get(name.toLowerCase());
}

export function functionNames(): readonly string[] {
  return expressionFunctions.map(({ name }) => name);
}
