/** A policy made ready for both readings: its conditions as formulas, its demands as clauses. */

import type { Diagnostic, Parsed } from "../../diagnostics";
import { authenticationFlows } from "../conditions/authentication-flows";
import { clientApps } from "../conditions/client-apps";
import { devices } from "../conditions/devices";
import { locations } from "../conditions/locations";
import { platforms } from "../conditions/platforms";
import { namedTargets, resources, targetsAllResources } from "../conditions/resources";
import { agentRisk, insiderRisk, servicePrincipalRisk, signInRisk, userRisk } from "../conditions/risks";
import { times } from "../conditions/times";
import { users } from "../conditions/users";
import { readGrant } from "../controls/read-grant";
import { readSession, type SessionControl } from "../session/session-controls";
import {
  type ConditionalAccessPolicy,
  ConditionalAccessPolicyShape,
  type PolicyConditions,
  type PolicyState,
} from "../shapes/conditional-access-policy";
import { readShape } from "../shapes/read-shape";
import type { Condition } from "./condition";
import type { Clause } from "./control";
import { ALWAYS, all, type Formula } from "./formula";
import type { World } from "./world";

/** In the order in which a reason is looked for: subject, resource, then as Graph lists its reasons. */
export const CONDITIONS: readonly Condition[] = [
  users,
  resources,
  platforms,
  devices,
  clientApps,
  locations,
  signInRisk,
  userRisk,
  servicePrincipalRisk,
  insiderRisk,
  authenticationFlows,
  agentRisk,
  times,
];

export interface CompiledPolicy {
  readonly id: string;
  readonly name: string;
  readonly state: PolicyState;
  readonly definition: PolicyConditions;
  /** Conditions that some sign-in does not meet. */
  readonly conditions: readonly { readonly condition: Condition; readonly formula: Formula }[];
  /** All conditions together. */
  readonly applies: Formula;
  /** Users and resources alone, whatever the other conditions say. */
  readonly reaches: Formula;
  readonly isBlock: boolean;
  readonly clauses: readonly Clause[];
  readonly session: readonly SessionControl[];
  readonly targetsAllResources: boolean;
  readonly targetsRegistration: boolean;
  readonly targetsUserAction: boolean;
}

/** Reads and compiles a policy; without an error there is a value. The pointer says where the policy stands in the request. */
export function compilePolicy(input: unknown, world: World, pointer: string): Parsed<CompiledPolicy | undefined> {
  const read = readShape<ConditionalAccessPolicy>(ConditionalAccessPolicyShape, input, pointer);
  const diagnostics: Diagnostic[] = read.diagnostics.filter(({ severity }) => severity === "error");
  const policy = read.value;
  if (!policy || diagnostics.length > 0) return { value: undefined, diagnostics };
  const { conditions: definition = {} } = policy;
  const conditions = definition ?? {};
  const refuse = (diagnostic: Diagnostic) =>
    diagnostics.push({ ...diagnostic, pointer: `${pointer}${diagnostic.pointer ?? ""}` });
  const context = { world, refuse };
  const compiled = CONDITIONS.map((condition) => ({ condition, formula: condition.formula(conditions, context) }));
  const { actions } = namedTargets(conditions.applications);
  const value: CompiledPolicy = {
    id: typeof (input as { id?: unknown }).id === "string" ? String((input as { id: string }).id) : pointer,
    name: policy.displayName ?? "",
    state: policy.state ?? "enabled",
    definition: conditions,
    conditions: compiled.filter(({ formula }) => formula !== ALWAYS),
    applies: all(...compiled.map(({ formula }) => formula)),
    reaches: all(...compiled.slice(0, 2).map(({ formula }) => formula)),
    ...readGrant(policy.grantControls, context),
    session: readSession(policy.sessionControls),
    targetsAllResources: targetsAllResources(conditions.applications),
    targetsRegistration: actions.includes("registerSecurityInformation"),
    targetsUserAction: actions.length > 0,
  };
  return { value, diagnostics };
}
