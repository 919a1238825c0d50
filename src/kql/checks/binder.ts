/** What Microsoft's binder reports, as findings of picket: by family, with its own code in the help. */

import { type CheckInfo, didYouMean } from "../../diagnostics";
import { type KustoCode, type KustoDiagnostic, type KustoSymbol, listItems } from "../kusto/library";
import { binderChecks } from "./binder-checks";
import { isFalseError, isNothingWrong } from "./false-errors";
import type { Finding } from "./finding";
import { nearestFunction, nearestOperator } from "./nearest-known";

const { syntax, meaning, advice, unmatchedTables, unknownFunction, unknownName } = binderChecks;

/** Syntax errors have numbers below 100. */
const MEANING_FROM = 100;

export function binderFindings(code: KustoCode, text: string): readonly Finding[] {
  const findings = listItems<KustoDiagnostic>(code.GetDiagnostics()).flatMap((each) => findingOf(each, code, text));
  return withoutConsequences(withoutRests(findings, text), text);
}

/** Behind an operator that nobody knows, the rest of its stage is read as something else, and no column is known in the rest of the statement. */
function withoutRests(findings: readonly Finding[], text: string): readonly Finding[] {
  const operators = findings.filter(({ message }) => message.startsWith(UNKNOWN_OPERATOR));
  const stageEnd = ({ end }: Finding) => {
    const length = text.slice(end).search(/[|;]/);
    return length < 0 ? text.length : end + length;
  };
  const isRest = (each: Finding, operator: Finding) => {
    if (each.start <= operator.start) return false;
    const isColumn = each.code === unknownName.code && !text.slice(operator.end, each.start).includes(";");
    return isColumn || each.start <= stageEnd(operator);
  };
  return findings.filter((each) => !operators.some((operator) => isRest(each, operator)));
}

const UNKNOWN_OPERATOR = "unknown operator ";

/** Microsoft's code where an operator has to stand. */
const OPERATOR_EXPECTED = "KS176";

/** What an unknown name makes of types at its place, and an unknown source of those in the rest of its statement, is no mistake of its own. */
function withoutConsequences(findings: readonly Finding[], text: string): readonly Finding[] {
  const unknown = findings.filter(({ code }) => code === unknownName.code || code === unknownFunction.code);
  const sources = unknown.filter(({ message }) => /any known (table|function)\b(?!.*\bcolumn\b)/.test(message));
  const isOf = (source: Finding, { start }: Finding) =>
    start > source.end && !text.slice(source.end, start).includes(";");
  return findings.filter((each) => {
    if (each.code !== meaning.code && each.code !== advice.code) return true;
    if (each.message.startsWith(UNKNOWN_OPERATOR)) return true;
    return !unknown.some(({ start }) => start === each.start) && !sources.some((source) => isOf(source, each));
  });
}

function findingOf(diagnostic: KustoDiagnostic, code: KustoCode, text: string): readonly Finding[] {
  const { Code, Severity, Start, Length, Message } = diagnostic;
  if (Severity !== "Error" && Severity !== "Warning") return [];
  if (isNothingWrong(diagnostic, code, text)) return [];
  const start = Math.min(Start, text.length);
  const end = Math.min(text.length, start + Math.max(Length, 1));
  const check = Severity === "Error" && !isFalseError(diagnostic, code, text) ? errorCheck(Code, Message) : advice;
  const isUnknown = check === unmatchedTables || check === unknownFunction || check === unknownName;
  const name = text.slice(start, end);
  const source = `Microsoft's code is ${Code}`;
  if (Code === OPERATOR_EXPECTED && /^[a-z][\w-]*$/i.test(operatorAt(text, start))) {
    const operator = operatorAt(text, start);
    const near = nearestOperator(operator);
    const help = near === undefined ? source : `${near} (${source})`;
    const message = `${UNKNOWN_OPERATOR}\`${operator}\``;
    return [{ code: check.code, severity: check.severity, message, help, start, end: start + operator.length }];
  }
  const near = check === unknownFunction ? nearestFunction(name, text, start) : undefined;
  const nearest = near ?? (isUnknown ? nearestName(name, namesInScope(code, start)) : undefined);
  const help = nearest === undefined ? source : `${nearest} (${source})`;
  return [{ code: check.code, severity: check.severity, message: sentence(Message), help, start, end }];
}

/** The word that stands there, with its hyphens. */
function operatorAt(text: string, start: number): string {
  return /^[\w-]*/.exec(text.slice(start, start + 100))?.[0] ?? "";
}

/** The binder gives one code to all names that it does not know; only its text tells what was looked for. */
function errorCheck(code: string, message: string): CheckInfo {
  if (Number(code.slice(2)) < MEANING_FROM) return syntax;
  const unknown = /does not refer to any known (.*)$/.exec(message)?.[1];
  if (unknown === undefined) return meaning;
  if (/^function\b/.test(unknown)) return unknownFunction;
  if (/^table\b/.test(unknown) && !/column|variable/.test(unknown)) return unmatchedTables;
  return unknownName;
}

/**
 * Advanced hunting calls the time of a row `Timestamp`, a workspace calls that column of the same tables `TimeGenerated`.
 * Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/devicelogonevents (and of the other Device tables), read 2026-11-26.
 */
function nearestName(name: string, names: readonly string[]): string | undefined {
  const isTime = name === "Timestamp" && names.includes("TimeGenerated");
  return isTime ? "in a workspace the time of a row is `TimeGenerated`" : didYouMean(name, names);
}

function namesInScope(code: KustoCode, position: number): readonly string[] {
  const symbols = [
    ...listItems<KustoSymbol>(code.GetColumnsInScope?.(position)),
    ...listItems<KustoSymbol>(code.GetSymbolsInScope?.(position)),
  ];
  return symbols.map(({ Name }) => Name);
}

/** In the project's form: lower case, user text in back-ticks, no stop at the end. */
function sentence(message: string): string {
  const text = message
    .replace(/'([^']*)'/g, "`$1`")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\.$/, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}
