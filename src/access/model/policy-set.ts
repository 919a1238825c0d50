/** All policies of a tenant together: what each demands, and where one policy changes the demand of another. */

import type { Diagnostic, Parsed } from "../../diagnostics";
import type { AnswerTable } from "./answer-table";
import { CONDITIONS, type CompiledPolicy, compilePolicy } from "./compile-policy";
import { type Clause, clauseCovers, clauseKey, clauseNames } from "./control";
import { addFormula, type Evaluator, evaluatorDraft, evaluatorOf, type NodeIndex } from "./evaluator";
import type { Formula } from "./formula";
import type { World } from "./world";

export interface PolicySet {
  readonly policies: readonly CompiledPolicy[];
  readonly evaluator: Evaluator;
  /** In the order in which a reason is looked for; without conditions that no policy has. */
  readonly tables: readonly AnswerTable[];
  /** By position in `policies`. */
  readonly demands: readonly Demand[];
}

/** One clause of one policy. */
export interface Demand {
  readonly policy: number;
  readonly clause: Clause;
  readonly key: string;
  /** The clause in the names of an answer. */
  readonly names: readonly string[];
  /** Demands that make this one superfluous where they are asked too: by position in `demands`. */
  readonly impliedBy: readonly number[];
  /** By position in the clause: what can stand in the way of each control. */
  readonly obstacles: readonly (readonly Obstacle[])[];
  /** Where security information is registered and one of these policies applies too, the demand is dropped: their strength takes its place. */
  readonly replacedBy: readonly number[];
}

/** An obstacle's place in the evaluator, and the words for it. */
export interface Obstacle {
  readonly when: NodeIndex;
  readonly because: string;
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
  const draft = evaluatorDraft();
  const tables = CONDITIONS.map((condition): AnswerTable => {
    const nodes = policies.map(({ conditions }) => {
      const own = conditions.find((each) => each.condition === condition);
      return own && addFormula(draft, own.formula);
    });
    return { condition, nodes, known: new Map() };
  }).filter(({ nodes }) => nodes.some((node) => node !== undefined));
  const demands = demandsOfAll(policies, world, (when) => addFormula(draft, when));
  return { policies, evaluator: evaluatorOf(draft), tables, demands };
}

function demandsOfAll(
  policies: readonly CompiledPolicy[],
  world: World,
  add: (formula: Formula) => NodeIndex,
): readonly Demand[] {
  const bootstraps = policies.flatMap((policy, index) => (isRegistrationStrength(policy) ? [index] : []));
  const clauses = policies.flatMap(({ clauses: own }, policy) => own.map((clause) => ({ policy, clause })));
  return clauses.map(({ policy, clause }, index) => {
    const isReplaceable =
      world.replacesStrengthOnRegistration && policies[policy]?.targetsAllResources && clause.every(isStrength);
    const stronger = clauses.flatMap(({ clause: other }, at) => (isSpared(clause, index, other, at) ? [at] : []));
    return {
      policy,
      clause,
      key: clauseKey(clause),
      names: clauseNames(clause),
      impliedBy: stronger,
      obstacles: clause.map(({ unmet }) => unmet.map(({ when, because }) => ({ when: add(when), because }))),
      replacedBy: isReplaceable ? bootstraps.filter((each) => each !== policy) : [],
    };
  });
}

/** Of clauses that imply each other the first stays. */
function isSpared(clause: Clause, index: number, other: Clause, at: number): boolean {
  return at !== index && clauseCovers(other, clause) && (at < index || !clauseCovers(clause, other));
}

/** "A strength on the action of registering security information replaces the strengths of policies for all resources."
 *  Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-how-it-works, registration interrupt mode, read 2026-11-23. */
function isRegistrationStrength({ targetsRegistration, clauses, state }: CompiledPolicy): boolean {
  return state === "enabled" && targetsRegistration && clauses.some((clause) => clause.some(isStrength));
}

function isStrength({ name }: { readonly name: string }): boolean {
  return name.startsWith("authenticationStrength:");
}
