/** Existing objects that a tenant's `adopt` gives to resources, by their names in the Plan: each is taken over as it is and keeps its id. */

import { type Diagnostic, didYouMean, finding } from "../diagnostics";
import { pointerStep } from "../documents";
import { type Plan, type Resource, SCHEDULED_RULE_TYPE } from "../plan";
import { POLICY_TYPE, STRENGTH_PATH } from "./access/policy-inputs";
import { notAdoptable } from "./checks/not-adoptable";
import { unknownAdopted } from "./checks/unknown-adopted";
import type { Frame } from "./frame";
import { lastPart } from "./kinds/adopted-name";
import { STRENGTH_TYPE } from "./kinds/authentication-strength";
import { AUTOMATION_RULE_TYPE } from "./kinds/automation-rule";
import { GROUP_TYPE } from "./kinds/group";
import { LOCATION_TYPE } from "./kinds/named-location";
import { ONBOARDING_TYPE } from "./kinds/onboarding";
import { SAVED_SEARCH_TYPE } from "./kinds/saved-search";
import { WATCHLIST_TYPE } from "./kinds/watchlist";
import { playbookGroupId, workspaceId } from "./playbooks/resource-ids";
import { APP_ROLE_ASSIGNMENT_TYPE, ROLE_ASSIGNMENT_TYPE, WORKFLOW_TYPE } from "./playbooks/resource-types";
import type { ResolvedTenant } from "./tenants/resolved-tenant";
import { documentOf } from "./tenants/taken";

/** The resource with the id of what it takes over, for Pulumi's import; as it is where the tenant names nothing for it. */
export function withAdoption(resource: Resource, frame: Frame): Resource {
  const adopted = frame.tenant?.body.adopt?.[resource.name];
  const collection = places.get(resource.type)?.collection(resource, frame);
  if (adopted === undefined || collection === undefined) return resource;
  const id = adopted.startsWith("/") || typeof collection !== "string" ? adopted : `${collection}${adopted}`;
  return { ...resource, options: { ...resource.options, import: id } };
}

/** What Pulumi can't take over: it could only replace it to bring it where the document says, or can't import its type at all. */
export function adoptionFindings(resource: Resource, frame: Frame): readonly Diagnostic[] {
  const { name, type, inputs, options } = resource;
  const { tenant } = frame;
  if (tenant?.body.adopt?.[name] === undefined) return [];
  const told = (message: string, help: string) => [
    finding(notAdoptable, { message, help, at: tenant.at(`/adopt${pointerStep(name)}`) }),
  ];
  const place = places.get(type);
  const id = options.import;
  if (place === undefined || id === undefined) {
    const help = "delete the one that is there, or leave it to whoever made it: picket makes its own";
    return told(`\`${name}\` can't be taken over: azure-native can't import its type`, help);
  }
  const collection = place.collection(resource, frame);
  if (!isIn(collection, id)) {
    const form = typeof collection === "string" ? `${collection}<name>` : APP_ROLE_ASSIGNMENT_FORM;
    return told(`\`${name}\` would not be made at \`${id}\``, `expected an id like ${form}`);
  }
  const own = place.nameInput === undefined ? undefined : inputs[place.nameInput];
  if (typeof own !== "string" || own === lastPart(id)) return [];
  return told(`\`${name}\` is called \`${own}\` in Azure, not \`${lastPart(id)}\``, "its document has to say the same");
}

/** What is adopted for a part that the documents of the Plan do not have. A document that the Plan does not have may have it elsewhere. */
export function partFindings({ body, at }: ResolvedTenant, { documents, resources }: Plan): readonly Diagnostic[] {
  const names = new Set(resources.map(({ name }) => name));
  const keys = new Set(documents.map(({ key }) => key));
  return Object.keys(body.adopt ?? {}).flatMap((name) => {
    const key = documentOf(name);
    if (names.has(name) || !keys.has(key)) return [];
    const parts = [...names].filter((each) => documentOf(each) === key);
    const help = didYouMean(name, parts) ?? (parts.length > 0 ? `one of ${parts.join(", ")}` : undefined);
    const message = `\`${key}\` becomes nothing that is called \`${name}\``;
    const span = at(`/adopt${pointerStep(name)}`, "key");
    return [finding(unknownAdopted, { message, at: span, ...(help ? { help } : {}) })];
  });
}

/** Ids do not care about case. */
function isIn(collection: string | RegExp, id: string): boolean {
  if (typeof collection !== "string") return collection.test(id);
  return id.toLowerCase().startsWith(collection.toLowerCase()) && !id.slice(collection.length).includes("/");
}

/** Where the objects of a type are. */
interface Place {
  /** An id is this and the object's own name; or the form of an id of which a part is known only in the tenant. */
  readonly collection: (resource: Resource, frame: Frame) => string | RegExp;
  /** The input with the object's name; absent where the service gives it. */
  readonly nameInput?: string;
}

const inWorkspace =
  (path: string): Place["collection"] =>
  (_, { workspace }) =>
    `${workspaceId(workspace)}/${path}/`;
const inSentinel = (path: string) => inWorkspace(`providers/Microsoft.SecurityInsights/${path}`);
const inDirectory =
  (path: string): Place["collection"] =>
  () =>
    path;

const APP_ROLE_ASSIGNMENT_FORM = "/servicePrincipals/<object id of the API's>/appRoleAssignedTo/<id>";

/** What can be taken over. The generic resource is not among it: an import asks with an API version of its own, and can't tell the parts of
 *  an id apart. Source: https://github.com/pulumi/pulumi-azure-native/issues/4109 and provider/pkg/resources/parseResourceId.go of that
 *  repository, read 2026-11-26.
 *
 *  Ids of azure-native are ARM's, those of azuread its own: "Import" in the type declarations of @pulumi/azuread 6.9.1, read 2026-11-26. */
const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  [APP_ROLE_ASSIGNMENT_TYPE, { collection: () => /^\/servicePrincipals\/[^/]+\/appRoleAssignedTo\/[^/]+$/ }],
  [AUTOMATION_RULE_TYPE, { collection: inSentinel("automationRules"), nameInput: "automationRuleId" }],
  [GROUP_TYPE, { collection: inDirectory("/groups/") }],
  [LOCATION_TYPE, { collection: inDirectory("/identity/conditionalAccess/namedLocations/") }],
  [ONBOARDING_TYPE, { collection: inSentinel("onboardingStates"), nameInput: "sentinelOnboardingStateName" }],
  [POLICY_TYPE, { collection: inDirectory("/identity/conditionalAccess/policies/") }],
  [
    ROLE_ASSIGNMENT_TYPE,
    {
      collection: ({ inputs }) => `${String(inputs.scope)}/providers/Microsoft.Authorization/roleAssignments/`,
      nameInput: "roleAssignmentName",
    },
  ],
  [SAVED_SEARCH_TYPE, { collection: inWorkspace("savedSearches"), nameInput: "savedSearchId" }],
  [SCHEDULED_RULE_TYPE, { collection: inSentinel("alertRules"), nameInput: "ruleId" }],
  [STRENGTH_TYPE, { collection: inDirectory(STRENGTH_PATH) }],
  [WATCHLIST_TYPE, { collection: inSentinel("watchlists"), nameInput: "watchlistAlias" }],
  [
    WORKFLOW_TYPE,
    {
      collection: (_, { playbooks }) => `${playbookGroupId(playbooks)}/providers/Microsoft.Logic/workflows/`,
      nameInput: "workflowName",
    },
  ],
]);
