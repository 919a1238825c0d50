/** PKT4807, PKT4808: how the entities of an incident are read. */

import type { Access, CallExpression } from "../expressions/syntax";
import { conditionsAround } from "../workflow/conditions-around";
import { valueAt } from "../workflow/pointer";
import { callsIn, callUses, literalArgument } from "../workflow/uses";
import { actionNamed, type Workflow } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { atUse, type WorkflowCheck } from "./workflow-check";

const read = (inputs: string) => workflowText({ Copy: { type: "Compose", inputs } });

export const entityByIndex: WorkflowCheck = {
  code: "PKT4807",
  severity: "warning",
  title: "an entity that is read by its position",
  why: "The order of an incident's entities is not stable: a position holds an account today and an address tomorrow.",
  source: "https://learn.microsoft.com/azure/sentinel/playbook-triggers-actions, read 2026-11-23",
  avoid: read("@triggerBody()?['object']?['properties']?['relatedEntities']?[1]"),
  prefer: workflowText({
    Accounts: {
      type: "Query",
      inputs: {
        from: "@triggerBody()?['object']?['properties']?['relatedEntities']",
        where: "@equals(item()?['kind'], 'Account')",
      },
    },
  }),
  nearMiss: workflowText({
    Report: { type: "Http", inputs: { method: "GET", uri: "https://reports.contoso.example/1" } },
    Copy: { type: "Compose", inputs: "@body('Report')?['urls']?[0]", ...after("Report") },
  }),
  run: function* (workflow) {
    for (const { use, call } of callUses(workflow)) {
      const list = readsEntities(workflow, call) ? ENTITIES_OF_KIND : ENTITIES;
      const index = call.accesses.findIndex((access) => list.test(keyText(access) ?? ""));
      const next = call.accesses[index + 1]?.key;
      if (index === -1 || next?.kind !== "literal" || typeof next.value !== "bigint") continue;
      yield atUse(entityByIndex, use, `an entity is read by its position ${next.value}`);
    }
  },
};

/** The entities of an incident or alert. */
const ENTITIES = /^(related)?entities$/i;

/** The lists that the Sentinel connector makes of them; elsewhere these words mean other things. */
const ENTITIES_OF_KIND = /^((related)?entities|accounts|hosts|ips|urls|filehashes|dnsresolutions)$/i;

/** Does the call read the answer of an action that asks the Sentinel connector for entities of one kind? */
function readsEntities(workflow: Workflow, call: CallExpression): boolean {
  const target = actionNamed(workflow, literalArgument(call) ?? "");
  return target !== undefined && /^\/entities\//i.test(String(valueAt(target.json, "inputs/path")));
}

export const upnByConcat: WorkflowCheck = {
  code: "PKT4808",
  severity: "warning",
  title: "a user principal name that is put together from name and suffix",
  why: "Accounts come with different identifiers. The object id comes first, then UserPrincipalName, then name and suffix.",
  source: "https://learn.microsoft.com/azure/sentinel/entities-reference, read 2026-11-23",
  avoid: read("@concat(triggerBody()?['Name'], '@', triggerBody()?['UPNSuffix'])"),
  prefer: read(
    "@coalesce(triggerBody()?['AadUserId'], concat(triggerBody()?['Name'], '@', triggerBody()?['UPNSuffix']))",
  ),
  nearMiss: read("@concat('accounts of ', triggerBody()?['UPNSuffix'])"),
  run: function* (workflow) {
    for (const { use, call } of callUses(workflow)) {
      if (call.name.toLowerCase() !== "concat") continue;
      const keys = callsIn(call.arguments).flatMap(({ accesses }) =>
        accesses.map((access) => keyText(access)?.toLowerCase()),
      );
      if (!keys.includes("upnsuffix")) continue;
      if (!call.arguments.some((each) => each.kind === "literal" && /@|%40/.test(String(each.value)))) continue;
      if (use.owner.kind === "action" && conditionsAround(use.owner.action).some((each) => BETTER_IDS.test(each)))
        continue;
      const all = callsIn(
        "template" in use.parsed && use.parsed.template.kind === "expression" ? [use.parsed.template.expression] : [],
      );
      const readsId = all.some(({ accesses }) => accesses.some((access) => BETTER_IDS.test(keyText(access) ?? "")));
      if (!readsId) yield atUse(upnByConcat, use, "the user principal name is put together from name and suffix alone");
    }
  },
};

/** What names an account more surely than its name and suffix. */
const BETTER_IDS = /\b(aaduserid|userprincipalname)\b/i;

function keyText({ key }: Access): string | undefined {
  return key.kind === "literal" && typeof key.value === "string" ? key.value : undefined;
}
