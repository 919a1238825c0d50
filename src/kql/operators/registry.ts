/** All operators, by the syntax that they cover, and all kinds of steps. */

import { invariant } from "../../diagnostics";
import type { Step } from "../ir/step";
import { count, countStep } from "./count";
import type { OperatorDefinition, StepDefinition } from "./definition";
import { distinct, distinctStep } from "./distinct";
import { evaluate, pluginStep } from "./evaluate";
import { extend, extendStep, serialize } from "./extend";
import { getSchema } from "./getschema";
import { join, joinStep, lookup } from "./join";
import { makeSeries, makeSeriesStep } from "./make-series";
import { mvApply, mvApplyStep } from "./mv-apply";
import { mvExpand, mvExpandStep } from "./mv-expand";
import { parse, parseStep, parseWhere } from "./parse";
import { parseKv, parseKvStep } from "./parse-kv";
import { partition, partitionStep } from "./partition";
import { as, invoke, render } from "./pass-through";
import { project, projectAway, projectKeep, projectRename, projectReorder, projectStep } from "./project";
import { scan, scanStep } from "./scan";
import { find, search } from "./search";
import { sort, sortStep, top } from "./sort";
import { summarize, summarizeStep } from "./summarize";
import { sample, sampleDistinct, take, takeStep } from "./take";
import { topHitters, topHittersStep } from "./top-hitters";
import { topNested, topNestedStep } from "./top-nested";
import { union } from "./union";
import { where, whereStep } from "./where";

export const operators: readonly OperatorDefinition[] = [
  as,
  count,
  distinct,
  evaluate,
  extend,
  find,
  getSchema,
  invoke,
  join,
  lookup,
  makeSeries,
  mvApply,
  mvExpand,
  parse,
  parseKv,
  parseWhere,
  partition,
  project,
  projectAway,
  projectKeep,
  projectRename,
  projectReorder,
  render,
  sample,
  sampleDistinct,
  scan,
  search,
  serialize,
  sort,
  summarize,
  take,
  top,
  topHitters,
  topNested,
  union,
  where,
];

const steps: readonly StepDefinition[] = [
  countStep,
  distinctStep,
  extendStep,
  joinStep,
  makeSeriesStep,
  mvApplyStep,
  mvExpandStep,
  parseStep,
  parseKvStep,
  partitionStep,
  pluginStep,
  projectStep,
  scanStep,
  sortStep,
  summarizeStep,
  takeStep,
  topHittersStep,
  topNestedStep,
  whereStep,
];

const bySyntax: ReadonlyMap<string, OperatorDefinition> = new Map(
  operators.flatMap((operator) => operator.syntax.map((syntax): [string, OperatorDefinition] => [syntax, operator])),
);

const byKind: ReadonlyMap<string, StepDefinition> = new Map(steps.map((step) => [step.kind, step]));

export function operatorFor(syntax: string): OperatorDefinition | undefined {
  return bySyntax.get(syntax);
}

export function stepFor(kind: Step["kind"]): StepDefinition {
  const found = byKind.get(kind);
  invariant(found, "every kind of step has a definition");
  return found;
}
