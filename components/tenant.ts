/** A tenant: all that one Plan deploys, one component for each plane below it. */

import { ComponentResource, type ComponentResourceOptions, type ID, type Output } from "@pulumi/pulumi";
import { newDeployment } from "./deployment";
import { partsOf } from "./planes";
import type { VerifiedPlan } from "./preflight";
import { withoutProviderAliases } from "./provider-aliases";
import { withoutStackTraces } from "./stack-traces";

/** Pulumi's options for a component, without the providers: those come from the preflight. Children inherit `protect`, `transformations`
 *  and `transforms`.
 *
 *  @default nothing is protected but what the Plan protects
 *  @example { protect: true } */
export type TenantOptions = Omit<ComponentResourceOptions, "provider" | "providers">;

/** Deploys a Plan. A stack holds one.
 *
 *  @example
 *  const tenant = new Tenant(await preflight(plan), { protect: true });
 *  export const deployed = tenant.deployed; */
export class Tenant extends ComponentResource {
  /** Azure's id of each resource, by the name that it has in the Plan; unknown in a preview until it is created.
   *
   *  @example tenant.deployed["new-user-from-bad-source"] */
  readonly deployed: Readonly<Record<string, Output<ID>>>;

  /** @param verified what `preflight` gave for the Plan */
  constructor({ plan, providers }: VerifiedPlan, options: TenantOptions = {}) {
    super(
      "picket:index:Tenant",
      plan.tenant,
      {},
      {
        ...options,
        providers: Object.values(providers),
        transformations: [withoutProviderAliases, ...(options.transformations ?? [])],
      },
    );
    const deployment = newDeployment(providers);
    withoutStackTraces(() => {
      for (const { make } of partsOf(plan.resources)) make(deployment, { parent: this });
    });
    this.deployed = Object.fromEntries([...deployment.resources].map(([name, { id }]) => [name, id]));
    this.registerOutputs({ deployed: this.deployed });
  }
}
