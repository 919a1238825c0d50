/** `join` and `lookup`: rows of two tables with equal keys; null matches null, as the engine was recorded to do. */

import { page } from "../functions/definition";
import { conversionCost } from "../functions/resolve";
import type { Scalar } from "../ir/scalar";
import type { Join, JoinKind } from "../ir/step";
import { child, childOf, items, type KustoNode, kindOf, simpleName, tokenText } from "../kusto/node";
import { convertTo } from "../lower/call";
import { checkNames } from "../lower/projection";
import { boundIn, lowerScalar, lowerTabular, report, type Scope } from "../lower/scope";
import type { Column, TypeName } from "../values/type-name";
import type { Row, Rows, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { groupIndex } from "./group";

type Keys = Join["keys"];

const KINDS: ReadonlyMap<string, JoinKind> = new Map([
  ["innerunique", "innerunique"],
  ["inner", "inner"],
  ["leftouter", "leftouter"],
  ["rightouter", "rightouter"],
  ["fullouter", "fullouter"],
  ["leftanti", "leftanti"],
  ["anti", "leftanti"],
  ["leftantisemi", "leftanti"],
  ["rightanti", "rightanti"],
  ["rightantisemi", "rightanti"],
  ["leftsemi", "leftsemi"],
  ["rightsemi", "rightsemi"],
]);

export const join: OperatorDefinition = {
  name: "join",
  syntax: ["JoinOperator"],
  source: `${page("join-operator")}, engine`,
  order: "loses",
  lower: (node, scope) => lowerJoin(node, scope, "innerunique"),
  examples: [
    {
      query: "datatable(k:long, a:string)[1, 'x', 2, 'y'] | join kind=inner (datatable(k:long, b:string)[2, 'z']) on k",
      rows: [[2, "y", 2, "z"]],
    },
    {
      query: "datatable(k:long)[1, 2] | join kind=leftouter (datatable(k:long, b:string)[2, 'z']) on k",
      rows: [
        [1, null, ""],
        [2, 2, "z"],
      ],
    },
    {
      query:
        "datatable(k:long, a:string)[1, 'x', 1, 'y'] | join (datatable(k:long, b:string)[1, 'z']) on k | where a == 'y' and b == 'z'",
      rows: [[1, "y", 1, "z"]],
    },
    { query: "datatable(k:long)[1, 2] | join kind=leftanti (datatable(k:long)[2]) on k", rows: [[1]] },
  ],
};

export const lookup: OperatorDefinition = {
  name: "lookup",
  syntax: ["LookupOperator"],
  source: page("lookup-operator"),
  order: "loses",
  lower: (node, scope) => lowerJoin(node, scope, "leftouter"),
  examples: [
    {
      query: "datatable(k:long)[1, 2] | lookup (datatable(k:long, b:string)[2, 'z']) on k",
      rows: [
        [1, ""],
        [2, "z"],
      ],
    },
  ],
};

function lowerJoin(node: KustoNode, scope: Scope, defaultKind: JoinKind): LoweredOperator | undefined {
  const right = lowerTabular(childOf(node, "Expression"), { ...scope, columns: [] });
  const kind = KINDS.get(parameterText(node, "kind") ?? defaultKind);
  const both: Scope = { ...scope, right: right.columns };
  const keys = lowerKeys(node, both);
  if (!kind || !keys) {
    report(scope, node, "unsupported", "this form of join is not evaluated");
    return undefined;
  }
  const isLookup = kindOf(node) === "LookupOperator";
  const keySlots = new Set(keys.flatMap((key) => keySlot(key.right)));
  const rightSlots = right.columns.map((_, slot) => slot).filter((slot) => !isLookup || !keySlots.has(slot));
  const kept = rightSlots.flatMap((slot) => right.columns[slot] ?? []);
  const columns = columnsOf(kind, scope, kept, node);
  checkNames(columns, boundIn(node, scope), node, scope);
  const leftTypes = scope.columns.map(({ type }) => type);
  const rightTypes = kept.map(({ type }) => type);
  return { columns, step: { kind: "join", join: kind, right, keys, rightSlots, leftTypes, rightTypes } };
}

function keySlot(key: Scalar): readonly number[] {
  if (key.kind === "convert") return keySlot(key.value);
  return key.kind === "column" ? [key.slot] : [];
}

/** The value of a parameter such as `kind=`. */
export function parameterText(node: KustoNode, name: string): string | undefined {
  const parameter = items(node, "Parameters").find((each) => simpleName(childOf(each, "Name")) === name);
  return parameter && tokenText(childOf(parameter, "Expression")).toLowerCase();
}

function columnsOf(kind: JoinKind, scope: Scope, right: readonly Column[], node: KustoNode): readonly Column[] {
  const left = scope.columns;
  if (kind === "leftanti" || kind === "leftsemi") return left;
  if (kind === "rightanti" || kind === "rightsemi") return right;
  const names = boundIn(node, scope).map(({ name }) => name);
  return [...left, ...right].map(({ type }, index) => ({ name: names[index] ?? "", type }));
}

function lowerKeys(node: KustoNode, scope: Scope): Keys | undefined {
  const clause = child(node, "ConditionClause") ?? child(node, "LookupClause");
  if (!clause || kindOf(clause) !== "JoinOnClause") return undefined;
  const keys: Keys[number][] = [];
  for (const expression of items(clause, "Expressions")) {
    const parts = conjuncts(expression).map((part) => lowerKey(part, scope));
    for (const part of parts) {
      if (!part) return undefined;
      keys.push(part);
    }
  }
  return keys;
}

/** `$left.a == $right.b and $left.c == $right.d` is two keys. */
function conjuncts(node: KustoNode): readonly KustoNode[] {
  if (kindOf(node) === "ParenthesizedExpression") return conjuncts(childOf(node, "Expression"));
  if (kindOf(node) !== "AndExpression") return [node];
  return [...conjuncts(childOf(node, "Left")), ...conjuncts(childOf(node, "Right"))];
}

function lowerKey(node: KustoNode, scope: Scope): Keys[number] | undefined {
  const rightScope: Scope = { ...scope, columns: scope.right ?? [] };
  if (kindOf(node) === "NameReference") {
    return sameType(lowerScalar(node, scope), lowerScalar(node, rightScope));
  }
  if (kindOf(node) !== "EqualExpression") return undefined;
  const sides = [childOf(node, "Left"), childOf(node, "Right")];
  const left = sides.find((side) => sideOf(side) === "$left");
  const right = sides.find((side) => sideOf(side) === "$right");
  return left && right ? sameType(lowerScalar(left, scope), lowerScalar(right, scope)) : undefined;
}

function sideOf(node: KustoNode): string | undefined {
  if (kindOf(node) === "ParenthesizedExpression") return sideOf(childOf(node, "Expression"));
  const owner = kindOf(node) === "PathExpression" ? childOf(node, "Expression") : undefined;
  return owner && simpleName(owner);
}

function sameType(left: Scalar, right: Scalar): Keys[number] | undefined {
  if (left.type === right.type) return { left, right };
  const isLeftNarrower = conversionCost(left.type, right.type) !== undefined && left.type !== "dynamic";
  const type: TypeName = isLeftNarrower ? right.type : left.type;
  return { left: convertTo(left, type), right: convertTo(right, type) };
}

export const joinStep = stepDefinition<Join>({
  kind: "join",
  compile: (step, compiler) => {
    const { keys, rightSlots } = step;
    const produceRight = compiler.tabular(step.right);
    const leftKeys = keys.map((key) => compiler.scalar(key.left));
    const rightKeys = keys.map((key) => compiler.scalar(key.right));
    const types = keys.map((key) => key.left.type);
    const filters = (step.leftFilters ?? []).map((filter) => compiler.scalar(filter));
    const noLeft = step.leftTypes.map(missing);
    const noRight = step.rightTypes.map(missing);
    return (all, run) => {
      const rows = filters.length === 0 ? all : all.filter((row) => filters.every((each) => each(row, run) === true));
      const others = produceRight(run);
      const number = groupIndex(types);
      run.budget.spend(rows.length + others.length);
      const numbersOf = (side: Rows, evaluates: typeof leftKeys) =>
        side.map((row) => number(evaluates.map((evaluate) => evaluate(row, run))));
      const width = noLeft.length + noRight.length;
      let kept = 0;
      const matched = matchRows(step.join, numbersOf(rows, leftKeys), numbersOf(others, rightKeys), (count) => {
        kept += count;
        run.budget.spend(count * width);
        run.budget.keep(kept, 0);
      });
      run.budget.keep(matched.length, width);
      const isOneSided = step.join.endsWith("anti") || step.join.endsWith("semi");
      if (isOneSided) return matched.map(([left, right]) => (left < 0 ? others[right] : rows[left]) as Row);
      return matched.map(([left, right]) => {
        const made: Value[] = (left < 0 ? noLeft : (rows[left] as Row)).slice();
        if (right < 0) made.push(...noRight);
        else for (const slot of rightSlots) made.push((others[right] as Row)[slot] as Value);
        return made;
      });
    };
  },
});

function missing(type: TypeName): Value {
  return type === "string" ? "" : null;
}

/** Row numbers of both sides, -1 where a side has no row. */
type Match = readonly [left: number, right: number];

/** Which rows stand together, in the order of the left rows, then of right rows that found nobody. */
function matchRows(
  kind: JoinKind,
  leftGroups: readonly number[],
  rightGroups: readonly number[],
  spend: (count: number) => void,
): readonly Match[] {
  switch (kind) {
    case "leftanti":
    case "leftsemi": {
      const groups = new Set(rightGroups);
      return oneSided(leftGroups, groups, kind === "leftsemi").map((row): Match => [row, -1]);
    }
    case "rightanti":
    case "rightsemi": {
      const groups = new Set(leftGroups);
      return oneSided(rightGroups, groups, kind === "rightsemi").map((row): Match => [-1, row]);
    }
    default:
      return twoSided(kind, leftGroups, rightGroups, spend);
  }
}

function oneSided(groups: readonly number[], others: ReadonlySet<number>, wants: boolean): readonly number[] {
  return groups.flatMap((group, row) => (others.has(group) === wants ? [row] : []));
}

function twoSided(
  kind: JoinKind,
  leftGroups: readonly number[],
  rightGroups: readonly number[],
  spend: (count: number) => void,
): readonly Match[] {
  const rightRows = new Map<number, number[]>();
  rightGroups.forEach((group, row) => {
    const known = rightRows.get(group);
    if (known) known.push(row);
    else rightRows.set(group, [row]);
  });
  const keepsLeft = kind === "leftouter" || kind === "fullouter";
  const seen = new Set<number>();
  const matches: Match[] = [];
  leftGroups.forEach((group, left) => {
    // Which of equal left rows `innerunique` keeps is the engine's choice: here the first.
    if (kind === "innerunique" && seen.has(group)) return;
    seen.add(group);
    const others = rightRows.get(group);
    spend(others?.length ?? 1);
    if (others) for (const right of others) matches.push([left, right]);
    else if (keepsLeft) matches.push([left, -1]);
  });
  if (kind === "rightouter" || kind === "fullouter") {
    rightGroups.forEach((group, right) => {
      if (!seen.has(group)) matches.push([-1, right]);
    });
  }
  return matches;
}
