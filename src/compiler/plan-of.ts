/** Compiled documents to a Plan, in stable order. */

import { compareTexts } from "../diagnostics";
import type { Inactive, ManualStep, Plan, PlanDocument, Resource } from "../plan";
import { withAdoption } from "./adoption";
import type { Compiled, Frame } from "./frame";
import { onboarding } from "./kinds/onboarding";
import { playbookStarter } from "./kinds/playbook-starter";
import type { ResolvedTenant } from "./tenants/resolved-tenant";

export interface WithInactive {
  readonly compiled: Compiled;
  readonly inactive?: Inactive;
}

export function planOf(tenant: ResolvedTenant, frame: Frame, compiled: readonly WithInactive[]): Plan {
  const { tenantId = "", workspace, deploy, allowEmpty } = tenant.body;
  const active = compiled.filter(({ inactive }) => inactive === undefined);
  const byKey = (left: PlanDocument | Inactive, right: PlanDocument | Inactive) => compareTexts(left.key, right.key);
  const byDocument = (left: ManualStep, right: ManualStep) =>
    compareTexts(left.document, right.document) || compareTexts(left.title, right.title);
  const byName = (left: Resource, right: Resource) => compareTexts(left.name, right.name);
  const resources = compiled.flatMap((each) => each.compiled.resources.map(({ resource }) => resource));
  return {
    version: 1,
    tenant: tenant.key,
    target: {
      tenantId,
      ...(workspace
        ? {
            workspace: {
              subscriptionId: workspace.subscriptionId,
              resourceGroup: workspace.resourceGroup,
              name: workspace.name,
            },
          }
        : {}),
      deploy: deploy ?? true,
      allowEmpty: allowEmpty ?? false,
    },
    documents: active.map(({ compiled: { entry } }) => entry).sort(byKey),
    resources: [
      ...(active.some(({ compiled: { playbook } }) => playbook && playbook.trigger !== "other")
        ? [playbookStarter(tenant, frame)]
        : []),
      ...(workspace?.onboard && resources.length > 0 ? [onboarding(tenant, workspace)] : []),
      ...resources,
    ]
      .map((resource) => withAdoption(resource, frame))
      .sort(byName),
    inactive: compiled.flatMap(({ inactive }) => inactive ?? []).sort(byKey),
    manual: active.flatMap((each) => each.compiled.manual ?? []).sort(byDocument),
  };
}
