/** A tenant's Plan against an old state. */

import { type Diagnostic, finding } from "../diagnostics";
import { type Change, compare, oldStateOf, type Plan } from "../plan";
import { readTextFile } from "../repository";
import { type AccessChanges, accessChanges } from "./access-changes";
import { badState } from "./checks/bad-state";
import { type PlanRequest, planTenant } from "./plan-tenant";
import { playbookChanges, type RightChange } from "./playbook-changes";

export interface PlanChangesRequest extends PlanRequest {
  /** A file with a Plan or a `pulumi stack export`; absent: nothing was there. */
  readonly against?: string;
}

export interface PlannedChanges {
  readonly plan?: Plan;
  readonly changes: readonly Change[];
  /** What the changes mean for sign-ins; absent where there are no policies, then or now. */
  readonly access?: AccessChanges;
  /** Rights that playbooks gain and lose. */
  readonly rights?: readonly RightChange[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function planChanges({ against, ...request }: PlanChangesRequest): Promise<PlannedChanges> {
  const { plan, diagnostics } = await planTenant(request);
  if (against === undefined || !plan) return { ...(plan ? { plan } : {}), changes: [], diagnostics };
  const text = readTextFile(request.folder, against);
  const old = text === undefined ? undefined : oldStateOf(parsed(text));
  if (!old) {
    const message =
      text === undefined ? `\`${against}\` can't be read` : `\`${against}\` is neither a Plan nor a stack export`;
    return { changes: [], diagnostics: [...diagnostics, finding(badState, { message })] };
  }
  const changes = compare(old, plan);
  const rights = playbookChanges(old.resources, plan);
  const hasPolicies = [...old.resources, ...plan.resources].some(({ type }) => type === POLICY_TYPE);
  if (!hasPolicies) return { plan, changes, rights, diagnostics };
  const { access, diagnostics: told } = accessChanges(request, old);
  return { plan, changes, rights, ...(access ? { access } : {}), diagnostics: [...diagnostics, ...told] };
}

const POLICY_TYPE = "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
