/** The binding half of the room as one entry: texts and schemas in; findings, columns and a program out, all plain JSON. It runs in the same process or in another. */

import type { CheckInfo } from "../diagnostics";
import { binderFindings } from "./checks/binder";
import { binderChecks } from "./checks/binder-checks";
import { evaluationChecks } from "./checks/evaluation";
import type { Finding } from "./checks/finding";
import { lints } from "./checks/lints";
import { treeFindings } from "./checks/tree-check";
import { type DeclaredColumns, type TextPlace, withDeclared } from "./declared-columns";
import type { Program } from "./ir/program";
import {
  bodyShift,
  type FunctionShape,
  globalsOf,
  type Shapes,
  type TableShape,
  type WatchlistShape,
} from "./kusto/globals";
import { type KustoCode, kustoLibrary } from "./kusto/library";
import { boundColumns, child, items, type KustoNode, kindOf } from "./kusto/node";
import { isOpenResult } from "./kusto/open-result";
import { type ServiceUse, servicesIn, serviceUses } from "./kusto/other-services";
import { type LookBack, lookBacksOf } from "./look-back";
import { lowerProgram } from "./lower/lower-program";
import type { Problem } from "./lower/scope";
import { asimHelpers } from "./tables/asim-helpers";
import { asimParsers } from "./tables/asim-parsers";
import { allStandardTables, readsAllTables, standardTable, standardTables } from "./tables/standard-tables";
import type { Column } from "./values/type-name";

export interface BindRequest {
  readonly text: string;
  /** Tables beside the standard ones, or in their place. */
  readonly tables?: readonly TableShape[];
  readonly functions?: readonly FunctionShape[];
  readonly watchlists?: readonly WatchlistShape[];
  /** Columns of plugins whose result only the rows tell; `openedColumns` of the running face finds them. */
  readonly declared?: readonly DeclaredColumns[];
}

export interface BindAnswer {
  /** What the author has to know: mistakes and warnings. */
  readonly findings: readonly Finding[];
  /** Why the query can't be run here, though the service would; empty when there is a program. */
  readonly refusals: readonly Finding[];
  readonly columns: readonly Column[];
  /** Columns of which nothing tells the type: they come from a table or a parser that has more than is known of it. They count as dynamic. */
  readonly untyped: readonly string[];
  /** True when only the data decides on further columns. */
  readonly isOpen: boolean;
  readonly program?: Program;
  readonly reads: Reads;
  /** Conditions on the time of rows, and how far they reach. */
  readonly lookBacks: readonly LookBack[];
  /** Tables that the query reads outside of the workspace. */
  readonly services?: readonly ServiceUse[];
}

/** Names that the query reads, called functions included. */
export interface Reads {
  readonly tables: readonly string[];
  readonly functions: readonly string[];
  readonly watchlists: readonly string[];
}

const NOTHING_READ: Reads = { tables: [], functions: [], watchlists: [] };

/** Open brackets within each other. Far above what the binder takes (its code KS245), the parser's time grows with the square: 8,000 take it half a minute. */
const DEPTH_MAX = 1_000;

export function bind(request: BindRequest): BindAnswer {
  if (depthOf(request.text) > DEPTH_MAX) return unread(request, evaluationChecks.limit, TOO_DEEP);
  try {
    const answer = boundQuery(request);
    // What no table that is named has may be in one of those that are not.
    const isUnknown = answer.findings.some(({ code }) => UNKNOWN.has(code)) && readsAllTables(request.text);
    return isUnknown ? boundQuery({ ...request, tables: withAllTables(request.tables ?? []) }) : answer;
  } catch (error) {
    // The library fails on some odd texts, and recursion ends on deeply nested ones: both are answers, not crashes.
    if (error instanceof RangeError) return unread(request, evaluationChecks.limit, TOO_DEEP);
    return unread(request, evaluationChecks.notRead, "the parser fails on this query");
  }
}

const TOO_DEEP = "the query is nested too deeply";

function unread({ text }: BindRequest, { code }: CheckInfo, message: string): BindAnswer {
  return {
    findings: [{ code, severity: "error", message, start: 0, end: text.length }],
    refusals: [],
    columns: [],
    untyped: [],
    isOpen: false,
    reads: NOTHING_READ,
    lookBacks: [],
  };
}

/** Most brackets that are open at one place; those in texts and comments count too. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[([{}\])]/g)) {
    depth += "([{".includes(bracket) ? 1 : depth > 0 ? -1 : 0;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const UNKNOWN: ReadonlySet<string> = new Set([binderChecks.unmatchedTables.code, binderChecks.unknownName.code]);

function withAllTables(given: readonly TableShape[]): readonly TableShape[] {
  const names = new Set(given.map(({ name }) => name));
  return [...given, ...allStandardTables().filter(({ name }) => !names.has(name))];
}

function boundQuery(request: BindRequest): BindAnswer {
  const declaredIn = (name?: string) => (request.declared ?? []).filter((each) => each.in === name);
  const { text, original } = withDeclared(request.text, declaredIn());
  const bodies = new Map(
    (request.functions ?? []).map(({ name, body }) => [name, withDeclared(body, declaredIn(name))]),
  );
  const shapes = shapesFor(request, (name) => bodies.get(name)?.text);
  const globals = globalsOf(shapes, nameOfWorld(shapes));
  const code = kustoLibrary().KustoCode.ParseAndAnalyze(text, globals);
  const reported = binderFindings(code, text);
  // A tree with holes has nothing that a check could rely on.
  const isWhole = !reported.some(({ code }) => code === binderChecks.syntax.code);
  const findings = (isWhole ? [...reported, ...treeFindings(code.Syntax, lints)] : reported).map((each) => ({
    ...each,
    start: original(each.start),
    end: original(each.end),
  }));
  const result = resultNode(code);
  const bound = result ? (boundColumns(result) ?? []) : [];
  const columns = bound.map(({ name, type }): Column => ({ name, type: type ?? "dynamic" }));
  const untyped = bound.flatMap(({ name, type }) => (type === undefined ? [name] : []));
  const isOpen = result !== undefined && isOpenResult(result);
  if (findings.some(({ severity }) => severity === "error")) {
    return { findings, refusals: [], columns, untyped, isOpen, reads: NOTHING_READ, lookBacks: [] };
  }
  const inBody = (name: string, offset: number): TextPlace | undefined => {
    const body = bodies.get(name);
    return body && { in: name, at: body.original(offset + bodyShift(body.text)) };
  };
  const { program, parts } = lowerProgram(code.Syntax, shapes.tables, { original, inBody });
  const invalid = parts.problems.filter(({ refusal }) => refusal === "invalid").map(problemFinding);
  const refusals = parts.problems.filter(({ refusal }) => refusal === "unsupported").map(problemFinding);
  const isRunnable = parts.problems.length === 0;
  return {
    findings: [...findings, ...invalid],
    refusals,
    columns: isRunnable && !program.open ? program.columns : columns,
    untyped,
    isOpen,
    ...(isRunnable ? { program } : {}),
    reads: {
      tables: [...parts.tables].sort(),
      functions: [...parts.functions].sort(),
      watchlists: [...parts.watchlists].sort(),
    },
    lookBacks: lookBacksOf(code.Syntax),
    ...(shapes.services.length > 0
      ? {
          services: serviceUses(code.Syntax).map((use) => ({
            ...use,
            start: original(use.start),
            end: original(use.end),
          })),
        }
      : {}),
  };
}

/** All that the query may name: what is given, and what every workspace has beside it under other names. */
function shapesFor(request: BindRequest, bodyOf: (name: string) => string | undefined): Shapes {
  const { tables = [], functions = [], watchlists = [] } = request;
  const texts = [request.text, ...functions.map(({ body }) => body)];
  const own = new Set(tables.map(({ name }) => name));
  const standard = standardTables(texts).filter(({ name }) => !own.has(name));
  const parsers = asimParsers(texts);
  const parametersOf = new Map(parsers.map(({ name, parameters }) => [name, parameters]));
  // Who stands in for a parser answers to its parameters.
  const called = functions.map((each) => ({
    ...each,
    body: bodyOf(each.name) ?? each.body,
    parameters: each.parameters ?? parametersOf.get(each.name) ?? "",
  }));
  for (const { name } of functions) own.add(name);
  const isFree = ({ name }: { readonly name: string }) => !own.has(name);
  const helpers = asimHelpers(texts);
  return {
    tables: [...tables, ...standard],
    functions: [...called, ...helpers.functions.filter(isFree)],
    watchlists,
    parsers: parsers.filter(isFree),
    scalars: helpers.scalars.filter(isFree),
    services: servicesIn(texts),
  };
}

/** The names of the tables, where these are all that there is and each is as it is shipped. */
function nameOfWorld({ tables, ...others }: Shapes): string | undefined {
  const { functions, watchlists, parsers, scalars, services } = others;
  const isShipped =
    [functions, watchlists, parsers, scalars, services].every(({ length }) => length === 0) &&
    tables.every(isAsShipped);
  return isShipped ? tables.map(({ name }) => name).join(" ") : undefined;
}

function isAsShipped(table: TableShape): boolean {
  return standardTable(table.name) === table;
}

function problemFinding({ refusal, message, at: [start, end], help }: Problem): Finding {
  const check = refusal === "invalid" ? evaluationChecks.refusedByEngine : evaluationChecks.notEvaluated;
  return { code: check.code, severity: "error", message, start, end, ...(help === undefined ? {} : { help }) };
}

/** The expression whose rows are the query's result. */
function resultNode(code: KustoCode): KustoNode | undefined {
  const statement = items(code.Syntax, "Statements").findLast((each) => kindOf(each) === "ExpressionStatement");
  return statement && child(statement, "Expression");
}
