/** What a function of the expression language is. */

import type { ExpressionContext } from "../context";
import type { Json, Value } from "../value";

/** The reference of all functions, ms.date 2025-10-06, read 2026-11-23. */
export const FUNCTION_REFERENCE =
  "https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference";

export interface ExpressionFunction {
  readonly name: string;
  readonly summary: string;
  /** Fewest and most arguments. */
  readonly arity: readonly [least: number, most: number];
  /** Expression and value; they run as tests. */
  readonly examples: readonly (readonly [expression: string, value: Json])[];
  readonly call: (given: readonly Value[], context: ExpressionContext) => Value;
  /** Instead of `call` where not every argument is evaluated. */
  readonly lazy?: (given: readonly (() => Value)[], context: ExpressionContext) => Value;
}

/** As many arguments as one likes. */
export const ANY_NUMBER = Number.POSITIVE_INFINITY;
