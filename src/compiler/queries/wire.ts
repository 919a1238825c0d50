/** What can be said of a document once its query is bound: what the binder found, and what the rest of the document expects of the result. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { type BindAnswer, type Column, type Finding, huntingTableHelp } from "../../kql/check";
import { maskedCode } from "../../plan";
import { dynamicIdentifier } from "../checks/dynamic-identifier";
import { lookBackBeyond } from "../checks/look-back-beyond";
import { noTimeColumn } from "../checks/no-time-column";
import { otherService } from "../checks/other-service";
import { parameterShadowed } from "../checks/parameter-shadowed";
import { unknownColumn } from "../checks/unknown-column";
import type { Bound, CompiledQuery, Shadow } from "./compiled-query";

export function wire(compiled: CompiledQuery, bound: Bound): readonly Diagnostic[] {
  const answer = bound(compiled.request);
  if (!answer) return [];
  const hasError = answer.findings.some(({ severity }) => severity === "error");
  const exceptions = exceptionFindings(compiled, answer);
  const diagnostics = [...binderFindings(compiled, answer, exceptions), ...exceptions];
  // A query that does not bind has no true result: what is missing in it is told by the binder.
  if (hasError && answer.columns.length === 0) return diagnostics;
  return [
    ...diagnostics,
    ...(hasError ? [] : useFindings(compiled, answer)),
    ...(hasError ? [] : [...periodFindings(compiled, answer), ...timeFindings(compiled, answer)]),
    ...(hasError ? [] : serviceFindings(compiled, answer)),
    ...(hasError || !compiled.shadow ? [] : shadowFindings(compiled.shadow, bound)),
  ];
}

/** The binder's findings in the author's files; what stands in an exception that is told already is left out. */
function binderFindings(
  { query, tableNames }: CompiledQuery,
  { findings }: BindAnswer,
  told: readonly Diagnostic[],
): readonly Diagnostic[] {
  return findings.flatMap((each) => {
    const { start, end, ...rest } = each;
    const { at, origin } = query.placeOf(start, end);
    if (typeof origin === "object" && told.length > 0) return [];
    const name = query.text.slice(start, end);
    const help = isUnknownSource(each) ? sourceHelp(name, each, tableNames()) : undefined;
    return [{ ...rest, at, ...(help === undefined ? {} : { help }) }];
  });
}

/** The library's sentence for a name where a table or a function could stand. */
function isUnknownSource({ message }: Finding): boolean {
  return /does not refer to any known (?=.*\b(?:table|function)\b)/.test(message) && !message.includes("column");
}

function sourceHelp(name: string, { message, help }: Finding, tables: readonly string[]): string | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  // What is called can't be a table; where the binder has the nearest function, that is mostly meant.
  if (/any known function$/.test(message)) {
    if (help?.startsWith("did you mean")) return undefined;
    return `a document \`kind: Function\` with \`name: ${name}\` declares a function of the workspace`;
  }
  return huntingTableHelp(name) ?? didYouMean(name, tables) ?? declaredBy(name);
}

/** Tables of one's own end in `_CL`: what does not is mostly a function that the workspace keeps, such as a solution's parser. */
function declaredBy(name: string): string {
  const table = `a document \`kind: Table\` with \`name: ${name}\` declares a table of the workspace`;
  return name.endsWith("_CL")
    ? table
    : `${table}, \`kind: Function\` one of its functions (parsers of solutions are functions)`;
}

function useFindings(
  { uses, useSeverity }: CompiledQuery,
  { columns, untyped, isOpen }: BindAnswer,
): readonly Diagnostic[] {
  return uses.flatMap(({ column, by, isIdentifier, at }) => {
    const found = columns.find(({ name }) => name === column);
    if (!found) return isOpen ? [] : [missing(column, { by, at, columns, severity: useSeverity })];
    if (!isIdentifier || found.type !== "dynamic" || untyped.includes(column)) return [];
    const help = `of a list, \`tostring(${column}[0])\` is the first; of a single value, \`tostring(${column})\` is its text`;
    return [finding(dynamicIdentifier, { message: `${by} is the dynamic column \`${column}\``, help, at })];
  });
}

/** The service cuts the rows to `queryPeriod`: what the query asks for beyond is silently not there. */
function periodFindings({ query, period }: CompiledQuery, { lookBacks }: BindAnswer): readonly Diagnostic[] {
  if (!period) return [];
  return lookBacks.flatMap(({ seconds, start, end }) => {
    if (seconds <= period.seconds) return [];
    const message = `the query looks back ${shownSpan(seconds)}, but the rule sees only the last ${period.text}`;
    const labels = [{ at: period.at, text: "rows before this are not there" }];
    return [finding(lookBackBeyond, { message, at: query.placeOf(start, end).at, labels })];
  });
}

function timeFindings({ period }: CompiledQuery, { columns, isOpen }: BindAnswer): readonly Diagnostic[] {
  if (!period || isOpen || columns.some(({ name }) => name === "TimeGenerated")) return [];
  return [finding(noTimeColumn, { message: "the query's result has no column `TimeGenerated`", at: period.queryAt })];
}

/** What the service's pages say that a rule can't ask. */
const NOT_FOR_RULES: ReadonlyMap<string, string> = new Map([
  ["adx", "Azure Data Explorer"],
  ["arg", "Azure Resource Graph"],
]);

function serviceFindings({ isRule, query }: CompiledQuery, { services = [] }: BindAnswer): readonly Diagnostic[] {
  if (!isRule) return [];
  return services.flatMap(({ service, start, end }) => {
    const name = NOT_FOR_RULES.get(service);
    if (name === undefined) return [];
    const message = `an analytics rule asks ${name}`;
    return [finding(otherService, { message, at: query.placeOf(start, end).at })];
  });
}

function shownSpan(seconds: number): string {
  const units = [
    [86_400, "d"],
    [3600, "h"],
    [60, "m"],
  ] as const;
  const fit = units.find(([size]) => seconds % size === 0);
  return fit ? `${seconds / fit[0]}${fit[1]}` : `${seconds}s`;
}

function exceptionFindings({ exceptions }: CompiledQuery, { columns, isOpen }: BindAnswer): readonly Diagnostic[] {
  if (isOpen || columns.length === 0) return [];
  return exceptions.flatMap((exception) =>
    exception.columns.flatMap(({ name, at }) =>
      columns.some((column) => column.name === name)
        ? []
        : [missing(name, { by: "the exception", at, columns, severity: "error" })],
    ),
  );
}

interface Missing extends Pick<Required<Diagnostic>, "at" | "severity"> {
  readonly by: string;
  readonly columns: readonly Column[];
}

function missing(column: string, { by, at, columns, severity }: Missing): Diagnostic {
  const names = columns.map(({ name }) => name);
  const few = names.length <= 12 ? `the result has ${names.join(", ")}` : undefined;
  const help = didYouMean(column, names) ?? few;
  const message = `the query's result has no column \`${column}\` for ${by}`;
  return finding(unknownColumn, { message, at, severity, ...(help === undefined ? {} : { help }) });
}

/** Without the parameter's `let`, a use that still binds has another meaning than the parameter. */
function shadowFindings({ request, names, at }: Shadow, bound: Bound): readonly Diagnostic[] {
  const answer = bound(request);
  const isOpen = answer?.isOpen || request.tables?.some(({ open }) => open);
  if (!answer || isOpen) return [];
  const unknown = new Set(answer.findings.map(({ start }) => start));
  const code = maskedCode(request.text);
  return names.flatMap((name) => {
    const uses = [...code.matchAll(new RegExp(`(?<![.\\w])${name}\\b(?!\\s*(?:=(?![=~])|:))`, "g"))];
    const other = uses.find(({ index }) => !unknown.has(index));
    if (!other) return [];
    const message = `\`${name}\` is something else here, not the parameter`;
    const help = `give the parameter another name than \`${name}\``;
    return [finding(parameterShadowed, { message, help, at: at(other.index, other.index + name.length) })];
  });
}
