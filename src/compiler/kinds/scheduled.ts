/** A scheduled rule becomes a ScheduledAlertRule; one that needs the preview API becomes a generic resource. */

import type { DocumentOf } from "../../documents";
import { type Json, SCHEDULED_RULE_TYPE } from "../../plan";
import type { KindCompiler } from "../frame";
import { previewRule } from "./preview-rule";
import { checkRule } from "./rule-checks";
import { compileRule } from "./rule-compiled";
import { iso } from "./rule-inputs";

const OPERATORS: Readonly<Record<string, string>> = { gt: "GreaterThan", lt: "LessThan", eq: "Equal", ne: "NotEqual" };

export const scheduled: KindCompiler<"Scheduled"> = {
  kind: "Scheduled",
  plane: "analytics",
  check: checkRule,
  compile: (effective, frame) =>
    compileRule(effective, frame, ({ body }, { workspace }, { id, properties }) => {
      const all = { ...properties, ...schedule(body) };
      if (body.sentinelEntitiesMappings !== undefined)
        return previewRule("Scheduled", body, { id, properties: all }, frame);
      const inputs = {
        kind: "Scheduled",
        ruleId: id,
        resourceGroupName: workspace.resourceGroup,
        workspaceName: workspace.name,
        ...all,
      };
      return { type: SCHEDULED_RULE_TYPE, inputs, prefix: "" };
    }),
};

function schedule(body: DocumentOf<"Scheduled">["body"]): Readonly<Record<string, Json>> {
  return {
    queryFrequency: iso(body.queryFrequency),
    queryPeriod: iso(body.queryPeriod),
    triggerOperator: OPERATORS[body.triggerOperator] ?? body.triggerOperator,
    triggerThreshold: body.triggerThreshold,
  };
}
