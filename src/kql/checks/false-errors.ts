/** Errors of Microsoft's binder that the engine does not raise, by exact cause. Source: recorded results of the engine, read 2026-11-23. */

import type { KustoCode, KustoDiagnostic } from "../kusto/library";
import { boundType, isFinerDynamic, type KustoNode, nodeAt } from "../kusto/node";

interface FalseError {
  readonly code: string;
  /** The text up to the place. */
  readonly before?: RegExp;
  /** The text from the place on. */
  readonly at?: RegExp;
  readonly message?: RegExp;
  /** The node that the error stands at. */
  readonly node?: (node: KustoNode) => boolean;
}

const FALSE_ERRORS: readonly FalseError[] = [
  // `count(x)` counts rows; the binder takes the argument for a condition.
  { code: "KS107", before: /\bcount\s*\(\s*$/ },
  // In `search` a text stands for a condition, in `not` too.
  { code: "KS107", before: /\bsearch\b[^|;]*\bnot\s*\(\s*$/ },
  // The binder tells arrays and bags from other dynamic values; to the engine all are dynamic, and what does not fit is null when it runs.
  { code: "KS107", node: isFinerDynamic },
  { code: "KS234", node: isFinerDynamic },
  { code: "KS235", node: isFinerDynamic },
  // A long where an int is wanted is narrowed.
  { code: "KS107", message: /\bint\b/, node: (node) => boundType(node) === "long" },
  { code: "KS134", before: /\bmake_timespan\s*\([^()]*$/ },
  // Named settings of a plugin, and more than the binder knows of.
  { code: "KS107", before: /\bbag_unpack\s*\([^()]*,\s*(?:\w+\s*=\s*)?$/ },
  { code: "KS119", at: /^bag_unpack\b/, before: /\bevaluate\b[^|;]*$/ },
  { code: "KS124", before: /\bevaluate\s+$/, at: /^schema_merge\b/ },
  { code: "KS142", before: /\bunion\b[^|;]*\bisfuzzy\s*=\s*true\b[^|;]*$/, at: /^[\w*]*\*/ },
];

/**
 * What is not even worth a warning: a dynamic value that is parsed is the value itself.
 * Source: https://learn.microsoft.com/kusto/query/parse-json-function, section "parameters", read 2026-11-26.
 */
const NOTHING_WRONG: readonly FalseError[] = [
  { code: "KS107", before: /\b(?:parse_?json|todynamic|toobject)\s*\(\s*$/, node: isFinerDynamic },
];

export function isFalseError(diagnostic: KustoDiagnostic, code: KustoCode, text: string): boolean {
  return isOneOf(FALSE_ERRORS, diagnostic, code, text);
}

export function isNothingWrong(diagnostic: KustoDiagnostic, code: KustoCode, text: string): boolean {
  return isOneOf(NOTHING_WRONG, diagnostic, code, text);
}

function isOneOf(
  errors: readonly FalseError[],
  { Code, Start, Length, Message }: KustoDiagnostic,
  code: KustoCode,
  text: string,
): boolean {
  return errors.some(
    ({ code: wanted, before, at, message, node }) =>
      wanted === Code &&
      (before === undefined || before.test(text.slice(0, Start))) &&
      (at === undefined || at.test(text.slice(Start))) &&
      (message === undefined || message.test(Message)) &&
      (node === undefined || isAt(node, nodeAt(code.Syntax, [Start, Start + Length]))),
  );
}

function isAt(test: (node: KustoNode) => boolean, found: KustoNode | undefined): boolean {
  return found !== undefined && test(found);
}
