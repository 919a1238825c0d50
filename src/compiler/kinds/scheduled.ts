/** A scheduled rule becomes a ScheduledAlertRule; one that needs the preview API becomes a generic resource. */

import type { DocumentOf } from "../../documents";
import { type Json, SCHEDULED_RULE_TYPE } from "../../plan";
import type { Effective, Frame, KindCompiler } from "../frame";
import { previewRule } from "./preview-rule";
import { checkRule } from "./rule-checks";
import { compileRule } from "./rule-compiled";
import { iso } from "./rule-inputs";

const OPERATORS: Readonly<Record<string, string>> = {
  gt: "GreaterThan",
  lt: "LessThan",
  eq: "Equal",
  ne: "NotEqual",
};

export const scheduled: KindCompiler<"Scheduled"> = {
  kind: "Scheduled",
  plane: "analytics",
  check: checkRule,
  compile: (effective, frame) => compileRule(effective, frame, resourceOf),
};

function resourceOf(
  effective: Effective<"Scheduled">,
  frame: Frame,
  properties: Readonly<Record<string, Json>>,
  id: string,
) {
  const { body } = effective;
  const all = { ...properties, ...schedule(body) };
  if (body.sentinelEntitiesMappings !== undefined)
    return previewRule({ kind: "Scheduled", id, properties: all, frame });
  const { resourceGroup, name } = frame.workspace;
  return {
    type: SCHEDULED_RULE_TYPE,
    inputs: { kind: "Scheduled", ruleId: id, resourceGroupName: resourceGroup, workspaceName: name, ...all },
    prefix: "",
  };
}

function schedule(body: DocumentOf<"Scheduled">["body"]): Readonly<Record<string, Json>> {
  return {
    queryFrequency: iso(body.queryFrequency),
    queryPeriod: iso(body.queryPeriod),
    triggerOperator: OPERATORS[body.triggerOperator] ?? body.triggerOperator,
    triggerThreshold: body.triggerThreshold,
  };
}
