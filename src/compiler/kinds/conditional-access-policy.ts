/** A policy becomes a ConditionalAccessPolicy, as far as its stage lets it act. */

import { type ConditionalAccessPolicy, checkPolicyDefinition } from "../../access/check";
import { type Diagnostic, finding, hasErrors } from "../../diagnostics";
import { notDeployable } from "../access/not-deployable";
import { POLICY_TYPE, policyInputs } from "../access/policy-inputs";
import { resolvePolicy } from "../access/resolve-policy";
import { cannotDeploy } from "../checks/access/not-deployable";
import { userActionStage } from "../checks/access/user-action-stage";
import type { Effective, Frame, KindCompiler } from "../frame";
import { entraEntry, entraResource, news } from "./entra-object";
import { withoutPicketKeys } from "./graph-object";

export const conditionalAccessPolicy: KindCompiler<"ConditionalAccessPolicy"> = {
  kind: "ConditionalAccessPolicy",
  plane: "access",
  check: () => [],
  compile: (effective, frame) => {
    const { document, body } = effective;
    const resolved = resolvePolicy(withoutPicketKeys(body) as ConditionalAccessPolicy, frame.access);
    const state = deployedState(effective, frame);
    const policy = { ...resolved.value, state };
    const found = [...resolved.diagnostics, ...news(checkPolicyDefinition(resolved.value))];
    const diagnostics = [
      ...found.map((each) => placed(each, effective)),
      ...(frame.tenant ? deploymentFindings(effective, policy) : []),
    ];
    const entry = entraEntry(effective, { state: STATE_WORDS[state] });
    const sound = hasErrors(found)
      ? {}
      : { policy: { key: document.key, policy, ownState: ownState(effective, frame) } };
    const resource = entraResource(effective, {
      type: POLICY_TYPE,
      inputs: policyInputs(policy, (id) => frame.access.leaves.get(id) ?? id),
      // Taking a policy out opens doors: its document has to say first that it is retired.
      isProtected: !isRetired(effective, frame),
    });
    const resources = hasErrors(diagnostics) ? [] : [resource];
    return { compiled: { entry, resources, ...sound }, diagnostics };
  },
};

type State = NonNullable<ConditionalAccessPolicy["state"]>;

const STATE_WORDS: Readonly<Record<State, string>> = {
  enabled: "enabled",
  disabled: "disabled",
  enabledForReportingButNotEnforced: "report-only",
};

function placed(
  { pointer = "", at, ...rest }: Diagnostic,
  { document, at: placeOf }: Effective<"ConditionalAccessPolicy">,
) {
  // A finding inside a filter's rule has offsets into the rule's text.
  const span = at ? document.place.within(pointer, at.start, at.end) : placeOf(pointer);
  return { ...rest, at: span };
}

function isRetired({ body }: Effective<"ConditionalAccessPolicy">, { today }: Frame): boolean {
  return body.retired !== undefined && body.retired <= today;
}

/** What the document itself wants, whatever the stage. */
function ownState(effective: Effective<"ConditionalAccessPolicy">, frame: Frame): State {
  return isRetired(effective, frame) ? "disabled" : (effective.body.state ?? "enabled");
}

/** Below enforce a policy only reports; one for a user action can't, so it is off. */
function deployedState(effective: Effective<"ConditionalAccessPolicy">, frame: Frame): State {
  const own = ownState(effective, frame);
  if (effective.stage === "enforce" || own === "disabled") return own;
  return isForUserAction(effective) ? "disabled" : "enabledForReportingButNotEnforced";
}

function isForUserAction({ body }: Effective<"ConditionalAccessPolicy">): boolean {
  return (body.conditions?.applications?.includeUserActions ?? []).length > 0;
}

function deploymentFindings(
  effective: Effective<"ConditionalAccessPolicy">,
  policy: ConditionalAccessPolicy,
): readonly Diagnostic[] {
  const { stage, body, at } = effective;
  const missing = notDeployable(policy).map(({ pointer, property }) => {
    const message = `@pulumi/azuread 6.9 has no \`${property}\`: the policy is proved, but can't be deployed`;
    const help = "keep it in the portal and in the tenant's `access.baseline`";
    return finding(cannotDeploy, { message, help, at: at(pointer) });
  });
  const isHeldBack = stage !== "enforce" && body.state === "enabled" && isForUserAction(effective);
  if (!isHeldBack) return missing;
  const message = `at stage \`${stage}\` a policy for a user action is disabled: it can't be report-only`;
  return [...missing, finding(userActionStage, { message, at: at("/conditions/applications/includeUserActions") })];
}
