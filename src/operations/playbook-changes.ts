/** What a change of a tenant's Plan means for the rights of its playbooks, as sentences. */

import { type GrantedRight, type GrantingResource, grantedRights } from "../compiler";
import { compareTexts } from "../diagnostics";
import type { Plan } from "../plan";
import { HIGH_RISK_RIGHTS } from "../playbook/check";

export interface RightChange {
  readonly change: "gained" | "lost";
  readonly sentence: string;
}

/** Gained first, then by sentence. */
export function playbookChanges(before: readonly GrantingResource[], plan: Plan): readonly RightChange[] {
  const [old, now] = [grantedRights(before), grantedRights(plan.resources)];
  const idOf = ({ workflow, right, scope }: GrantedRight) => JSON.stringify([workflow, right, scope?.toLowerCase()]);
  const [oldIds, nowIds] = [new Set(old.map(idOf)), new Set(now.map(idOf))];
  const gained = now.filter((each) => !oldIds.has(idOf(each))).map((each) => sentenceOf("gained", each));
  const lost = old.filter((each) => !nowIds.has(idOf(each))).map((each) => sentenceOf("lost", each));
  return [...sorted(gained), ...sorted(lost)];
}

function sentenceOf(change: RightChange["change"], { workflow, right, scope }: GrantedRight): RightChange {
  const where = scope === undefined ? "" : ` on ${scope.split("/").slice(-2).join("/")}`;
  const warning = change === "gained" && HIGH_RISK_RIGHTS.has(right) ? ", which reaches far beyond one account" : "";
  const verb = change === "gained" ? "may use" : "may no longer use";
  return { change, sentence: `the workflow \`${workflow}\` ${verb} ${right}${where}${warning}` };
}

function sorted(changes: readonly RightChange[]): readonly RightChange[] {
  return [...changes].sort((left, right) => compareTexts(left.sentence, right.sentence));
}
