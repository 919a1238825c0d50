/** An automation rule: its conditions and actions as ARM has them, with the rules and playbooks of this tenant. */

import { AUTOMATION_ACTIONS_MAX, AUTOMATION_CONDITIONS_MAX, AUTOMATION_NAME_CHARS_MAX } from "../../azure";
import { compareTexts, type Diagnostic, finding } from "../../diagnostics";
import type { Json } from "../../plan";
import { compiledActions } from "../automation/actions";
import { armConditions } from "../automation/arm-conditions";
import { type PlacedCondition, shortConditions } from "../automation/conditions";
import { portalFindings } from "../automation/portal-findings";
import { ruleReferences } from "../automation/rule-references";
import { automationLimit } from "../checks/automation/automation-limit";
import { automationWhen } from "../checks/automation/automation-when";
import type { Compiled, Effective, Frame, KindCompiler } from "../frame";
import { uuid5 } from "../rule-id";
import { adoptedName } from "./adopted-name";
import { STARTER_NAME } from "./playbook-starter";
import { titleOf } from "./title";
import { withoutUndefined } from "./without-undefined";

export const AUTOMATION_RULE_TYPE = "azure-native:securityinsights:AutomationRule";

/** Ids are made in this namespace from the key. Fixed for ever. */
const NAMESPACE = "8e0a6b1c-4f55-5b0d-8d3e-2b7c9f1a5e60";

export const automationRule: KindCompiler<"AutomationRule"> = {
  kind: "AutomationRule",
  plane: "response",
  check: () => [],
  compile: (effective, frame) => {
    const { document, body, stage } = effective;
    const entry = { key: document.key, kind: document.kind, title: titleOf(effective), stage, parameters: {} };
    const conditions = conditionsOf(effective, frame);
    const actions = compiledActions(effective, frame);
    const diagnostics = [
      ...conditions.diagnostics,
      ...actions.diagnostics,
      ...placementFindings(effective),
      ...limitFindings(effective, conditions.made.length),
      ...portalFindings(effective, frame),
    ];
    const inactive = [...conditions.missing, ...actions.missing][0] ?? nothingLeft(effective, actions.actions);
    const compiled: Compiled = {
      entry,
      resources: [
        ruleResource(effective, frame, {
          conditions: conditions.made,
          actions: actions.actions,
          playbooks: actions.playbooks,
        }),
      ],
      automation: { on: body.on, order: body.order, playbooks: actions.playbooks },
      ...(inactive === undefined ? {} : { inactive }),
    };
    return { compiled, diagnostics };
  },
};

interface Conditions {
  readonly made: readonly Json[];
  /** Why it never holds here. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function conditionsOf(effective: Effective<"AutomationRule">, frame: Frame): Conditions {
  const { body, at } = effective;
  const named = body.when?.rules ?? [];
  const rules = ruleReferences(named, frame, (index) => at(`/when/rules/${index}`));
  const short: readonly PlacedCondition[] = body.when ? shortConditions(body.when, body.on, rules.ids) : [];
  const arm = armConditions(effective, frame);
  const neverHolds = named.length > 0 && rules.ids.length === 0 && rules.diagnostics.length === 0;
  return {
    made: [
      ...short.map(({ condition }) => condition),
      ...arm.read.flatMap((each) => (typeof each === "object" ? [each.condition] : [])),
    ],
    missing: [...(neverHolds ? rules.missing : []), ...(arm.read.includes("unmet") ? arm.missing : [])],
    diagnostics: [...rules.diagnostics, ...arm.diagnostics],
  };
}

interface Parts {
  readonly conditions: readonly Json[];
  readonly actions: readonly Json[];
  readonly playbooks: readonly string[];
}

function ruleResource(effective: Effective<"AutomationRule">, frame: Frame, { conditions, actions, playbooks }: Parts) {
  const { document, body, stage, at } = effective;
  const { resourceGroup, name } = frame.workspace;
  const [triggersOn, triggersWhen] = TRIGGERS[body.on];
  const waits = playbooks.flatMap((key) => frame.peers?.playbooks.get(key)?.resources ?? []);
  const resource = {
    name: document.key,
    type: AUTOMATION_RULE_TYPE,
    parent: "response" as const,
    inputs: {
      resourceGroupName: resourceGroup,
      workspaceName: name,
      automationRuleId: adoptedName(frame, document.key) ?? uuid5(NAMESPACE, document.key),
      displayName: titleOf(effective),
      order: body.order,
      triggeringLogic: withoutUndefined({
        isEnabled: stage !== "observe" && body.enabled !== false,
        triggersOn,
        triggersWhen,
        // The day counts to its end.
        expirationTimeUtc: body.until === undefined ? undefined : `${body.until}T23:59:59Z`,
        conditions: conditions.length > 0 ? conditions : undefined,
      }),
      actions,
    },
    dependsOn: [...new Set([...waits, ...(playbooks.length > 0 ? [STARTER_NAME] : []), ...frame.library.always])].sort(
      compareTexts,
    ),
    options: { deleteBeforeReplace: true },
    origin: { document: document.key, path: document.place.path, line: document.place.line },
  };
  return { resource, at: (path: string) => at(path === "/order" ? path : "") };
}

const TRIGGERS = {
  "incident created": ["Incidents", "Created"],
  "incident updated": ["Incidents", "Updated"],
  "alert created": ["Alerts", "Created"],
} as const;

function nothingLeft({ body, stage }: Effective<"AutomationRule">, actions: readonly Json[]): string | undefined {
  if (actions.length > 0 || body.then.length === 0) return undefined;
  return `nothing that it does is done at ${stage}`;
}

/** An alert trigger takes the condition on the rule and no other. Source: https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules, read 2026-11-23. */
function placementFindings({ body, at }: Effective<"AutomationRule">): readonly Diagnostic[] {
  const { when = {}, on } = body;
  const found: Diagnostic[] = [];
  if (when.changed && on !== "incident updated") {
    found.push(
      finding(automationWhen, { message: "`changed` is only for updated incidents", at: at("/when/changed") }),
    );
  }
  if (on === "alert created") {
    const foreign = Object.keys(when).filter((key) => key !== "rules" && key !== "changed");
    found.push(
      ...foreign.map((key) =>
        finding(automationWhen, {
          message: `\`${key}\` is a condition on incidents, not on alerts`,
          at: at(`/when/${key}`),
        }),
      ),
    );
  }
  for (const [key, values] of Object.entries(when)) {
    if (values.length > 0) continue;
    const message = `\`${key}\` is empty: no condition would hold for everything`;
    found.push(finding(automationWhen, { message, at: at(`/when/${key}`) }));
  }
  return found;
}

function limitFindings(effective: Effective<"AutomationRule">, conditions: number): readonly Diagnostic[] {
  const { body, at } = effective;
  const title = titleOf(effective);
  const limits = [
    { count: body.then.length, most: AUTOMATION_ACTIONS_MAX, what: "actions", pointer: "/then" },
    { count: conditions, most: AUTOMATION_CONDITIONS_MAX, what: "conditions", pointer: "/conditions" },
    { count: title.length, most: AUTOMATION_NAME_CHARS_MAX, what: "characters in its name", pointer: "/name" },
  ];
  return limits.flatMap(({ count, most, what, pointer }) =>
    count > most ? [finding(automationLimit, { message: `${count} ${what}, at most ${most}`, at: at(pointer) })] : [],
  );
}
