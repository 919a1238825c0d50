/** What a tenant gets: its Plan, and what the true Pulumi program registers for it in the embedded monitor. */

import type { Diagnostic } from "../diagnostics";
import { emptyTenantAnswers, type ProgramRun, runProgram } from "../monitor";
import type { Plan } from "../plan";
import { type PlanRequest, planTenant } from "./plan-tenant";

export interface Shown {
  readonly plan?: Plan;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there is no Plan to deploy. */
  readonly run?: ProgramRun;
}

/** Runs index.ts as `pulumi up` would, against a tenant in which nothing is deployed yet. */
export async function showTenant(request: PlanRequest): Promise<Shown> {
  const { plan, diagnostics } = await planTenant(request);
  if (!plan) return { diagnostics };
  const { tenantId, workspace } = plan.target;
  const run = await runProgram({
    folder: request.folder,
    stack: plan.tenant,
    mode: "update",
    config: { "picket:tenant": plan.tenant },
    answers: emptyTenantAnswers({ tenantId, ...(workspace ? { workspace } : {}) }),
  });
  return { plan, diagnostics, run };
}
