/** All scalar functions and operators, by name. */

import { arithmeticFunctions } from "./arithmetic";
import { comparisonFunctions } from "./comparison";
import { conditionalFunctions } from "./conditional";
import { conversionFunctions } from "./conversion";
import { datetimeFunctions } from "./datetime";
import type { KqlFunction } from "./definition";
import { logicFunctions } from "./logic";
import { memberFunctions } from "./member";
import { textFunctions } from "./text";
import { textSearchFunctions } from "./text-search";
import { windowFunctions } from "./window";

export const functions: readonly KqlFunction[] = [
  ...arithmeticFunctions,
  ...comparisonFunctions,
  ...conditionalFunctions,
  ...conversionFunctions,
  ...datetimeFunctions,
  ...logicFunctions,
  ...memberFunctions,
  ...textFunctions,
  ...textSearchFunctions,
  ...windowFunctions,
];

const byName: ReadonlyMap<string, KqlFunction> = new Map(
  functions.flatMap((each) => [each.name, ...(each.aliases ?? [])].map((name): [string, KqlFunction] => [name, each])),
);

export function functionNamed(name: string): KqlFunction | undefined {
  return byName.get(name);
}
