/** PKT4807, PKT4808: how the entities of an incident are read. */

import type { Access } from "../expressions/syntax";
import { callsIn, callUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
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
  run: function* (workflow) {
    for (const { use, call } of callUses(workflow)) {
      const index = call.accesses.findIndex((access) => ENTITY_LIST.test(keyText(access) ?? ""));
      const next = call.accesses[index + 1]?.key;
      if (index === -1 || next?.kind !== "literal" || typeof next.value !== "bigint") continue;
      yield atUse(entityByIndex, use, `an entity is read by its position ${next.value}`);
    }
  },
};

/** The entities of an incident, and the lists that the Sentinel connector makes of them. */
const ENTITY_LIST = /^((related)?entities|accounts|hosts|ips|urls|filehashes|dnsresolutions)$/i;

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
  run: function* (workflow) {
    for (const { use, call } of callUses(workflow)) {
      if (call.name.toLowerCase() !== "concat") continue;
      const keys = callsIn(call.arguments).flatMap(({ accesses }) =>
        accesses.map((access) => keyText(access)?.toLowerCase()),
      );
      if (!keys.includes("upnsuffix")) continue;
      const all = callsIn(
        "template" in use.parsed && use.parsed.template.kind === "expression" ? [use.parsed.template.expression] : [],
      );
      const readsId = all.some(({ accesses }) =>
        accesses.some((access) => /^(aaduserid|userprincipalname)$/i.test(keyText(access) ?? "")),
      );
      if (!readsId) yield atUse(upnByConcat, use, "the user principal name is put together from name and suffix alone");
    }
  },
};

function keyText({ key }: Access): string | undefined {
  return key.kind === "literal" && typeof key.value === "string" ? key.value : undefined;
}
