/** `join` and `lookup`: rows of two tables with equal keys; null matches null, as the engine was recorded to do. */

import type { Evaluate, Run } from "../execute/run";
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
import { matchRows } from "./match-rows";
import { widened } from "./widened";

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
      const [left, right] = [groupsOf(rows, leftKeys, number, run), groupsOf(others, rightKeys, number, run)];
      const width = noLeft.length + noRight.length;
      let kept = 0;
      const { lefts, rights } = matchRows(step.join, left, right, (count) => {
        kept += count;
        run.budget.spend(count * width);
        run.budget.keep(kept, 0);
      });
      run.budget.keep(lefts.length, width);
      const isOneSided = step.join.endsWith("anti") || step.join.endsWith("semi");
      if (isOneSided) return lefts.map((row, index) => (row < 0 ? others[rights[index] as number] : rows[row]) as Row);
      return lefts.map((leftRow, index) => {
        const rightRow = rights[index] as number;
        const made = widened(leftRow < 0 ? noLeft : (rows[leftRow] as Row), width);
        const behind = rightRow < 0 ? undefined : (others[rightRow] as Row);
        for (let slot = 0; slot < noRight.length; slot++) {
          made[noLeft.length + slot] = (behind ? behind[rightSlots[slot] as number] : noRight[slot]) as Value;
        }
        return made;
      });
    };
  },
});

function missing(type: TypeName): Value {
  return type === "string" ? "" : null;
}

/** The group of each row, by its keys. */
function groupsOf(
  rows: Rows,
  keys: readonly Evaluate[],
  number: (values: readonly Value[]) => number,
  run: Run,
): readonly number[] {
  const values: Value[] = new Array(keys.length).fill(null);
  return rows.map((row) => {
    for (let index = 0; index < keys.length; index++) values[index] = (keys[index] as Evaluate)(row, run);
    return number(values);
  });
}
