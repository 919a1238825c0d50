/** The rights that deployed resources give to workflows: what `playbook-resources` made of grants, read back. */

import { azureRoleName, graphPermissionName } from "../../azure";
import type { Json } from "../../plan";
import { APP_ROLE_ASSIGNMENT_TYPE, ROLE_ASSIGNMENT_TYPE, WORKFLOW_TYPE } from "./resource-types";

/** A resource of a Plan, or of what was there before. */
export interface GrantingResource {
  readonly name: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, Json>>;
}

export interface GrantedRight {
  /** Name of the workflow. */
  readonly workflow: string;
  /** A permission or role, by the name that people know. */
  readonly right: string;
  /** Resource id on which a role is given; undefined for permissions of an API. */
  readonly scope?: string;
}

/** Ordered by workflow and right. A state holds ids in the place of references, so a grant is known by its name. */
export function grantedRights(resources: readonly GrantingResource[]): readonly GrantedRight[] {
  const workflows = resources.filter(({ type }) => type === WORKFLOW_TYPE).map(({ name }) => name);
  return resources.flatMap((resource): readonly GrantedRight[] => {
    const right = rightOf(resource);
    // The longest: `a--b` has grants of its own beside those of `a`.
    const workflow = workflows
      .filter((name) => resource.name.startsWith(`${name}--`))
      .reduce<string | undefined>((best, name) => (best && best.length > name.length ? best : name), undefined);
    return right && workflow !== undefined ? [{ workflow, ...right }] : [];
  });
}

function rightOf({ type, inputs }: GrantingResource): Omit<GrantedRight, "workflow"> | undefined {
  if (type === ROLE_ASSIGNMENT_TYPE) {
    const id = String(inputs.roleDefinitionId).split("/").at(-1) ?? "";
    return { right: azureRoleName(id) ?? id, scope: String(inputs.scope) };
  }
  if (type !== APP_ROLE_ASSIGNMENT_TYPE) return undefined;
  const { appRoleId } = inputs;
  if (typeof appRoleId === "string") return { right: graphPermissionName(appRoleId) ?? appRoleId };
  const lookup = (appRoleId as { readonly "picket:lookup"?: { readonly path: string } })["picket:lookup"];
  return { right: lookup?.path.replace(/^appRoleIds\./, "") ?? "" };
}
