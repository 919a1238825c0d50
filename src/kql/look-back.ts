/** How far back the conditions of a query reach in time: what a rule's `queryPeriod` must cover. */

import {
  type At,
  argumentsOf,
  boundType,
  calledBody,
  child,
  items,
  type KustoNode,
  kindOf,
  parametersOf,
  placeOfNode,
  referenced,
  simpleName,
  walk,
} from "./kusto/node";
import { isLiteral, readLiteral } from "./lower/literal";

/** A condition on the time of rows that names a moment so long before now. */
export interface LookBack {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

const TICKS_PER_SECOND = 10_000_000n;
/** Calls within calls that are followed. */
const DEPTH_MAX = 8;

const COMPARISONS: ReadonlySet<string> = new Set([
  "GreaterThanExpression",
  "GreaterThanOrEqualExpression",
  "LessThanExpression",
  "LessThanOrEqualExpression",
  "EqualExpression",
  "BetweenExpression",
]);

/** What names mean at a place: `let`s of the query, and arguments of the functions around it. */
type Meanings = ReadonlyMap<string, Meaning>;

interface Meaning {
  readonly node: KustoNode;
  readonly meanings: Meanings;
}

export function lookBacksOf(root: KustoNode): readonly LookBack[] {
  const found: LookBack[] = [];
  gather(root, withLets(root, new Map()), { found, depth: 0 });
  return found;
}

interface Gathering {
  readonly found: LookBack[];
  readonly depth: number;
  /** The outermost call, where this is the body of a function of the workspace. */
  readonly at?: At;
}

function gather(root: KustoNode, meanings: Meanings, { found, depth, at }: Gathering): void {
  walk(root, (node) => {
    const kind = kindOf(node);
    // A function's body is looked at where it is called, with its arguments.
    if (kind === "FunctionDeclaration") return node === root ? undefined : false;
    if (COMPARISONS.has(kind)) {
      const ticks = reachOf(node, meanings);
      const [start, end] = at ?? placeOfNode(node);
      if (ticks !== undefined && ticks > 0n) found.push({ seconds: Number(ticks / TICKS_PER_SECOND), start, end });
    }
    const called = depth < DEPTH_MAX ? calledBody(node) : undefined;
    if (called) {
      const inner = withLets(called.body, argumentMeanings(node, meanings));
      gather(called.body, inner, { found, depth: depth + 1, at: at ?? placeOfNode(node) });
    }
    return undefined;
  });
}

function withLets(root: KustoNode, outer: Meanings): Meanings {
  const meanings = new Map(outer);
  for (const statement of items(root, "Statements")) {
    const name = child(statement, "Name");
    const node = child(statement, "Expression");
    if (kindOf(statement) === "LetStatement" && name && node) meanings.set(simpleName(name), { node, meanings });
  }
  return meanings;
}

function argumentMeanings(call: KustoNode, meanings: Meanings): Meanings {
  const args = argumentsOf(call);
  const named = new Map(meanings);
  for (const [index, { name, defaultValue }] of parametersOf(call).entries()) {
    const node = args.find((arg) => isNamed(arg, name)) ?? args[index] ?? defaultValue;
    const value = node && isNamed(node, name) ? child(node, "Expression") : node;
    if (value) named.set(name, { node: value, meanings });
  }
  return named;
}

function isNamed(arg: KustoNode, name: string): boolean {
  const declared = kindOf(arg) === "SimpleNamedExpression" ? child(arg, "Name") : undefined;
  return declared !== undefined && simpleName(declared) === name;
}

/** The farthest moment that a condition on `TimeGenerated` names, in ticks before now. */
function reachOf(comparison: KustoNode, meanings: Meanings): bigint | undefined {
  const left = child(comparison, "Left");
  const right = child(comparison, "Right");
  if (!left || !right) return undefined;
  if (kindOf(comparison) === "BetweenExpression") {
    const first = child(right, "First");
    return isTimeColumn(left) && first ? ticksBeforeNow(first, meanings, 0) : undefined;
  }
  const [column, moment] = isTimeColumn(left) ? [left, right] : [right, left];
  return isTimeColumn(column) ? ticksBeforeNow(moment, meanings, 0) : undefined;
}

/** The column by which the service cuts a rule's rows to its period. */
function isTimeColumn(node: KustoNode): boolean {
  return referenced(node)?.kind === "Column" && referenced(node)?.name === "TimeGenerated";
}

function ticksBeforeNow(node: KustoNode, meanings: Meanings, depth: number): bigint | undefined {
  if (depth > DEPTH_MAX * 4) return undefined;
  const [left, right] = [child(node, "Left"), child(node, "Right")];
  const inner = child(node, "Expression");
  switch (kindOf(node)) {
    case "ParenthesizedExpression":
      return inner && ticksBeforeNow(inner, meanings, depth + 1);
    case "NameReference": {
      const meaning = meanings.get(simpleName(node));
      return meaning && ticksBeforeNow(meaning.node, meaning.meanings, depth + 1);
    }
    case "SubtractExpression":
    case "AddExpression": {
      if (!left || !right || boundType(right) === "datetime") return undefined;
      const [from, span] = [ticksBeforeNow(left, meanings, depth + 1), ticksOf(right, meanings, depth + 1)];
      if (from === undefined || span === undefined) return undefined;
      return kindOf(node) === "SubtractExpression" ? from + span : from - span;
    }
    case "FunctionCallExpression":
      return ticksOfCall(node, meanings, depth);
    default:
      return undefined;
  }
}

/** The beginnings of days, weeks and hours lie up to that much farther back: the answer is then too small, never too large. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  "startofday",
  "startofweek",
  "startofmonth",
  "startofyear",
  "bin",
  "todatetime",
]);

function ticksOfCall(node: KustoNode, meanings: Meanings, depth: number): bigint | undefined {
  const name = simpleName(child(node, "Name") ?? node);
  const [first] = argumentsOf(node);
  if (name === "ago") return first && ticksOf(first, meanings, depth + 1);
  if (name === "now") {
    const offset = first ? ticksOf(first, meanings, depth + 1) : 0n;
    return offset === undefined ? undefined : -offset;
  }
  return BEGINNINGS.has(name) && first ? ticksBeforeNow(first, meanings, depth + 1) : undefined;
}

/** A constant length of time. */
function ticksOf(node: KustoNode, meanings: Meanings, depth: number): bigint | undefined {
  if (depth > DEPTH_MAX * 4) return undefined;
  const value = numberOf(node);
  if (typeof value === "bigint" && boundType(node) === "timespan") return value;
  const [left, right] = [child(node, "Left"), child(node, "Right")];
  const inner = child(node, "Expression");
  switch (kindOf(node)) {
    case "ParenthesizedExpression":
      return inner && ticksOf(inner, meanings, depth + 1);
    case "UnaryMinusExpression": {
      const ticks = inner && ticksOf(inner, meanings, depth + 1);
      return ticks === undefined ? undefined : -ticks;
    }
    case "NameReference": {
      const meaning = meanings.get(simpleName(node));
      return meaning && ticksOf(meaning.node, meaning.meanings, depth + 1);
    }
    case "AddExpression":
    case "SubtractExpression": {
      const [one, other] = [left && ticksOf(left, meanings, depth + 1), right && ticksOf(right, meanings, depth + 1)];
      if (one === undefined || other === undefined) return undefined;
      return kindOf(node) === "AddExpression" ? one + other : one - other;
    }
    case "MultiplyExpression":
      return left && right && (timesOf(left, right, meanings, depth) ?? timesOf(right, left, meanings, depth));
    default:
      return undefined;
  }
}

function timesOf(span: KustoNode, count: KustoNode, meanings: Meanings, depth: number): bigint | undefined {
  const meaning = meanings.get(simpleName(count));
  const times = numberOf(kindOf(count) === "NameReference" && meaning ? meaning.node : count);
  const ticks = ticksOf(span, meanings, depth + 1);
  return ticks !== undefined && typeof times === "number" && Number.isInteger(times)
    ? ticks * BigInt(times)
    : undefined;
}

function numberOf(node: KustoNode): unknown {
  const literal = isLiteral(node) ? readLiteral(node) : undefined;
  return literal && !("problem" in literal) ? literal.value : undefined;
}
