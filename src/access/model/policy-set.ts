/** All policies of a tenant together: what each demands, and where one policy changes the demand of another. */

import type { Diagnostic, Parsed } from "../../diagnostics";
import { type CompiledPolicy, compilePolicy } from "./compile-policy";
import { type Clause, clauseKey } from "./control";
import { addFormula, type Evaluator, evaluatorDraft, evaluatorOf, type NodeIndex } from "./evaluator";
import type { World } from "./world";

export interface PolicySet {
  readonly policies: readonly CompiledPolicy[];
  readonly evaluator: Evaluator;
  /** By position in `policies`: the conditions' places in the evaluator. */
  readonly conditions: readonly (readonly NodeIndex[])[];
  /** By position in `policies`. */
  readonly demands: readonly Demand[];
}

/** One clause of one policy. */
export interface Demand {
  readonly policy: number;
  readonly clause: Clause;
  readonly key: string;
  /** Where security information is registered and one of these policies applies too, the demand is dropped: their strength takes its place. */
  readonly replacedBy: readonly number[];
}

export function compilePolicies(inputs: readonly unknown[], world: World, pointer = "/policies"): Parsed<PolicySet> {
  const diagnostics: Diagnostic[] = [];
  const policies = inputs.flatMap((input, index) => {
    const compiled = compilePolicy(input, world, `${pointer}/${index}`);
    // A disabled policy does nothing, so nothing in it has to be understood.
    if (compiled.value?.state !== "disabled") diagnostics.push(...compiled.diagnostics);
    return compiled.value ? [compiled.value] : [];
  });
  return { value: policySet(policies, world), diagnostics };
}

export function policySet(policies: readonly CompiledPolicy[], world: World): PolicySet {
  const bootstraps = policies.flatMap((policy, index) => (isRegistrationStrength(policy) ? [index] : []));
  const demands = policies.flatMap((policy, index) =>
    policy.clauses.map((clause): Demand => {
      const isReplaceable =
        world.replacesStrengthOnRegistration && policy.targetsAllResources && clause.every(isStrength);
      const replacedBy = isReplaceable ? bootstraps.filter((each) => each !== index) : [];
      return { policy: index, clause, key: clauseKey(clause), replacedBy };
    }),
  );
  const draft = evaluatorDraft();
  const conditions = policies.map((policy) => policy.conditions.map(({ formula }) => addFormula(draft, formula)));
  return { policies, evaluator: evaluatorOf(draft), conditions, demands };
}

/** "A strength on the action of registering security information replaces the strengths of policies for all resources."
 *  Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-how-it-works, registration interrupt mode, read 2026-11-23. */
function isRegistrationStrength({ targetsRegistration, clauses, state }: CompiledPolicy): boolean {
  return state === "enabled" && targetsRegistration && clauses.some((clause) => clause.some(isStrength));
}

function isStrength({ name }: { readonly name: string }): boolean {
  return name.startsWith("authenticationStrength:");
}
