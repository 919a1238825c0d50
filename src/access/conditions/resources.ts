/** Target resources: applications, user actions or authentication contexts, and how requests for baseline scopes are judged.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps and
 *  https://learn.microsoft.com/entra/identity/conditional-access/concept-enforcement-resource-exclusions, read 2026-11-23. */

import { APP_IDS } from "../../azure";
import { filterFormula } from "../filters/filter-formula";
import { textDimensions } from "../filters/text-dimension";
import { type Condition, type ConditionContext, idsOf } from "../model/condition";
import { all, any, type Dimension, type Formula, leaf, NEVER, not } from "../model/formula";
import type { Resource, Situation, UserAction } from "../model/situation";
import { SOME_APP_ID, SOME_CLIENT_ID } from "../model/witness-draft";
import type { World } from "../model/world";
import type { PolicyApplications } from "../shapes/conditional-access-policy";

type App = Extract<Resource, { kind: "app" }>;

interface ResourceHint {
  readonly apps?: readonly string[];
  readonly actions?: readonly UserAction[];
  readonly contexts?: readonly string[];
  /** Requests for baseline scopes are told apart from others. */
  readonly hasBaselineScopes?: boolean;
}

const resource: Dimension<Resource, ResourceHint> = {
  name: "resource",
  read: (situation) => situation.resource,
  candidates: (hints) => [
    app(SOME_APP_ID),
    ...[...new Set(hints.flatMap(({ apps = [] }) => apps))].map(app),
    ...hints.flatMap(({ actions = [] }) => actions).map((action): Resource => ({ kind: "userAction", action })),
    ...hints.flatMap(({ contexts = [] }) => contexts).map((id): Resource => ({ kind: "authenticationContext", id })),
    ...(hints.some(({ hasBaselineScopes }) => hasBaselineScopes) ? [BASELINE_REQUEST] : []),
  ],
  write: (draft, value) => {
    const attributes = draft.resource.customSecurityAttributes;
    draft.resource = {
      ...resourceOf(value),
      ...(value.kind === "app" && attributes ? { customSecurityAttributes: attributes } : {}),
    };
  },
};

function app(appId: string): App {
  return { kind: "app", appId, clientId: null, clientType: null, scopes: null, attributes: new Map() };
}

/** A public client that asks for nothing but who the user is. */
const BASELINE_REQUEST: App = {
  ...app(APP_IDS.windowsAzureActiveDirectory),
  clientId: SOME_CLIENT_ID,
  clientType: "public",
  scopes: ["openid", "profile"],
};

function resourceOf(value: Resource): Record<string, unknown> {
  if (value.kind === "userAction") return { userAction: value.action };
  if (value.kind === "authenticationContext") return { authenticationContext: value.id };
  const { appId, clientId, clientType, scopes } = value;
  return scopes === null ? { appId } : { appId, clientId, clientType, scopes };
}

const USER_ACTIONS: ReadonlyMap<string, UserAction> = new Map([
  ["urn:user:registersecurityinfo", "registerSecurityInformation"],
  ["urn:user:registerdevice", "registerOrJoinDevices"],
] as const);

/** Scopes that say no more than who somebody is and what is in the directory.
 *  Source: concept-enforcement-resource-exclusions, as above. */
const SIGN_IN_SCOPES: ReadonlySet<string> = new Set(["email", "offline_access", "openid", "profile"]);
const DIRECTORY_SCOPES: ReadonlySet<string> = new Set([
  "user.read",
  "user.read.all",
  "user.readbasic.all",
  "people.read",
  "people.read.all",
  "groupmember.read.all",
  "member.read.hidden",
]);

export const isApp = leaf(resource, { key: "app", hint: {}, holdsFor: ({ kind }) => kind === "app" });

export const isRegistration = leaf(resource, {
  key: "register security information",
  hint: {},
  holdsFor: (value) => value.kind === "userAction" && value.action === "registerSecurityInformation",
});

const attribute = textDimensions(
  "application attribute",
  (situation, name) => (situation.resource.kind === "app" ? (situation.resource.attributes.get(name) ?? null) : null),
  (draft, name, value) => {
    const known = draft.resource.customSecurityAttributes as Record<string, string> | undefined;
    draft.resource.customSecurityAttributes = { ...known, [name]: value };
  },
);

export const resources: Condition = {
  formula: ({ applications }, context) => {
    if (!applications) return NEVER;
    const { actions, contexts } = namedTargets(applications);
    const apps = appsFormula(applications, context);
    if (actions.length === 0 && contexts.length === 0) return apps;
    const named = leaf(resource, {
      key: `named ${[...actions, ...contexts].join(" ")}`,
      hint: { actions, contexts },
      holdsFor: (value) =>
        (value.kind === "userAction" && actions.includes(value.action)) ||
        (value.kind === "authenticationContext" && contexts.includes(value.id)),
    });
    return any(apps, named);
  },
  reads: ({ resource: value }) => {
    if (value.kind !== "app") return value.kind === "userAction" ? `action ${value.action}` : `context ${value.id}`;
    return value.scopes === null && value.attributes.size === 0 ? value.appId : undefined;
  },
  reason: ({ applications }) => {
    if (applications?.includeUserActions?.length) return "userActions";
    return applications?.includeAuthenticationContextClassReferences?.length ? "authenticationContext" : "application";
  },
};

export interface NamedTargets {
  readonly actions: readonly UserAction[];
  readonly contexts: readonly string[];
}

export function namedTargets(applications: PolicyApplications | null | undefined): NamedTargets {
  return {
    actions: idsOf(applications?.includeUserActions).flatMap((urn) => USER_ACTIONS.get(urn) ?? []),
    contexts: idsOf(applications?.includeAuthenticationContextClassReferences),
  };
}

export function targetsAllResources(applications: PolicyApplications | null | undefined): boolean {
  return idsOf(applications?.includeApplications).includes("all");
}

function appsFormula(applications: PolicyApplications, context: ConditionContext): Formula {
  const { world } = context;
  const filter = applications.applicationFilter;
  const lists = appLists(applications, world);
  const hint: ResourceHint = {
    apps: [...lists.included, ...lists.excluded, ...world.earlyBound.keys()],
    hasBaselineScopes: lists.isAll && lists.hasExclusion && world.baselineScopes === "legacy",
  };
  const key = listsKey(lists, world);
  const byList = leaf(resource, { key, hint, holdsFor: (value) => isCovered(value, lists, world) });
  if (!filter) return byList;
  const matching = filterFormula(filter, {
    pointer: "/conditions/applications/applicationFilter/rule",
    refuse: context.refuse,
    attributes: { kind: "custom security", dimension: attribute },
  });
  if (filter.mode === "exclude") return all(byList, not(all(isApp, matching)));
  const notExcluded = leaf(resource, {
    key: `not ${[...lists.excluded].join(" ")}`,
    hint,
    holdsFor: (value) => value.kind === "app" && !lists.excluded.has(value.appId),
  });
  return any(byList, all(notExcluded, matching));
}

/** Two policies ask the same where all that the answer depends on is the same; in a comparison that includes the state of the tenant. */
function listsKey({ isAll, hasExclusion, included, excluded }: AppLists, world: World): string {
  const scopes = isAll && hasExclusion ? world.baselineScopes : "";
  const ids = [...included].sort().join(" ");
  const dependencies = JSON.stringify([...world.earlyBound]);
  return `${isAll ? "all" : ids} but ${[...excluded].sort().join(" ")} ${scopes} ${dependencies}`;
}

interface AppLists {
  readonly isAll: boolean;
  /** Takes out some resource, by list or by filter. */
  readonly hasExclusion: boolean;
  readonly included: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
}

function appLists(applications: PolicyApplications, world: World): AppLists {
  const named = idsOf(applications.includeApplications);
  const excluded = idsOf(applications.excludeApplications);
  const expand = (ids: readonly string[]) => new Set(ids.flatMap((id) => [...(world.appGroups.get(id) ?? [id])]));
  const keywords = new Set(["all", "none", "allagentidresources"]);
  return {
    isAll: named.includes("all"),
    hasExclusion: excluded.length > 0 || applications.applicationFilter?.mode === "exclude",
    included: expand(named.filter((id) => !keywords.has(id))),
    excluded: expand(excluded.filter((id) => !keywords.has(id))),
  };
}

/** Registering security information is judged as a resource of its own that only "all resources" takes in. For registering a device that is not documented; it is
 *  taken as out of reach of "all resources", as the device registration service was before 2024. A step-up asks for a token of some resource. */
function isCovered(value: Resource, lists: AppLists, world: World): boolean {
  if (value.kind === "userAction") return lists.isAll && value.action === "registerSecurityInformation";
  if (value.kind === "authenticationContext") return lists.isAll;
  const judgedAs = lists.isAll && lists.hasExclusion ? judgedResource(value, lists, world) : value.appId;
  if (judgedAs !== undefined && isListed(judgedAs, lists)) return true;
  const dependencies = world.earlyBound.get(value.appId);
  return dependencies?.some((appId) => isListed(appId, lists)) ?? false;
}

function isListed(appId: string, { isAll, included, excluded }: AppLists): boolean {
  return (isAll || included.has(appId)) && !excluded.has(appId);
}

/** The resource as which a request is judged by a policy for all resources but some; undefined where it is not judged at all. */
function judgedResource(value: App, lists: AppLists, world: World): string | undefined {
  if (value.scopes === null) return value.appId;
  const scopes = value.scopes.map((scope) => scope.toLowerCase().replace(/^https:\/\/graph\.microsoft\.com\//, ""));
  const isBaseline =
    scopes.length > 0 && scopes.every((scope) => SIGN_IN_SCOPES.has(scope) || DIRECTORY_SCOPES.has(scope));
  if (!isBaseline) return value.appId;
  const isConfidential = value.clientType === "confidential";
  if (isConfidential && !lists.excluded.has(value.clientId ?? value.appId)) return value.appId;
  const asksOnlyForSignIn = scopes.every((scope) => SIGN_IN_SCOPES.has(scope));
  if (isConfidential && asksOnlyForSignIn) return value.clientId ?? value.appId;
  return world.baselineScopes === "legacy" ? undefined : APP_IDS.windowsAzureActiveDirectory;
}

/** Parts of an answer that rest on an assumption about this resource. */
export function undocumented({ resource: value }: Situation): string | undefined {
  if (value.kind === "authenticationContext")
    return "that policies for all resources also apply to a step-up for an authentication context";
  if (value.kind === "userAction" && value.action === "registerOrJoinDevices")
    return "that policies for all resources do not apply to registering or joining a device";
  return undefined;
}
