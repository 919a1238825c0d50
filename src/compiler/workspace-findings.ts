/** What a workspace takes only so many of, or only once. */

import {
  AUTOMATION_RULES_MAX,
  NRT_RULES_ENABLED_MAX,
  NRT_RULES_MAX,
  SCHEDULED_RULES_ENABLED_MAX,
  SCHEDULED_RULES_MAX,
} from "../azure";
import { type Diagnostic, finding, type Span } from "../diagnostics";
import { GENERIC_RESOURCE_TYPE, type Resource, SCHEDULED_RULE_TYPE } from "../plan";
import { automationLimit } from "./checks/automation/automation-limit";
import { automationOrder } from "./checks/automation/automation-order";
import { duplicateName } from "./checks/duplicate-name";
import { ruleCount } from "./checks/rule-count";
import type { Compiled, CompiledResource } from "./frame";
import { SAVED_SEARCH_TYPE } from "./kinds/saved-search";
import { WATCHLIST_TYPE } from "./kinds/watchlist";
import type { ResolvedTenant } from "./tenants/resolved-tenant";

export function workspaceFindings(tenant: ResolvedTenant, compiled: readonly Compiled[]): readonly Diagnostic[] {
  const resources = compiled.flatMap((each) => each.resources);
  return [...countFindings(tenant, resources), ...nameFindings(resources), ...automationFindings(tenant, compiled)];
}

/** Rules of the same order run in no order that anybody could rely on; each trigger counts for itself. */
function automationFindings(tenant: ResolvedTenant, compiled: readonly Compiled[]): readonly Diagnostic[] {
  const rules = compiled.flatMap(({ automation, resources: [own], entry }) =>
    automation && own ? [{ ...automation, key: entry.key, at: own.at("/order") }] : [],
  );
  const taken = new Map<string, (typeof rules)[number]>();
  const same = rules.flatMap((rule) => {
    const place = `${rule.on} ${rule.order}`;
    const earlier = taken.get(place);
    if (!earlier) {
      taken.set(place, rule);
      return [];
    }
    const message = `\`${earlier.key}\` has the order ${rule.order} already`;
    return [finding(automationOrder, { message, at: rule.at, labels: [{ at: earlier.at, text: "it is taken here" }] })];
  });
  if (rules.length <= AUTOMATION_RULES_MAX) return same;
  const message = `${rules.length} automation rules, at most ${AUTOMATION_RULES_MAX}`;
  return [...same, finding(automationLimit, { message, at: tenant.at("") })];
}

const COUNTS = [
  { kind: "Scheduled", what: "scheduled", all: SCHEDULED_RULES_MAX, enabled: SCHEDULED_RULES_ENABLED_MAX },
  { kind: "NRT", what: "NRT", all: NRT_RULES_MAX, enabled: NRT_RULES_ENABLED_MAX },
] as const;

function countFindings({ key, at }: ResolvedTenant, resources: readonly CompiledResource[]): readonly Diagnostic[] {
  const rules = resources.flatMap(({ resource }) => ruleOf(resource) ?? []);
  return COUNTS.flatMap(({ kind, what, all, enabled }) => {
    const own = rules.filter((rule) => rule.kind === kind);
    const running = own.filter((rule) => rule.isEnabled);
    const counts = [
      ...(own.length > all ? [`${own.length} ${what} rules, at most ${all}`] : []),
      ...(running.length > enabled ? [`${running.length} enabled ${what} rules, at most ${enabled}`] : []),
    ];
    return counts.map((count) =>
      finding(ruleCount, { message: `the workspace of \`${key}\` would have ${count}`, at: at("") }),
    );
  });
}

function ruleOf({ type, inputs }: Resource): { readonly kind: unknown; readonly isEnabled: boolean } | undefined {
  if (type === SCHEDULED_RULE_TYPE) return { kind: inputs.kind, isEnabled: inputs.enabled === true };
  if (type !== GENERIC_RESOURCE_TYPE || inputs.resourceType !== "alertRules") return undefined;
  return { kind: inputs.kind, isEnabled: (inputs.properties as { readonly enabled?: unknown }).enabled === true };
}

/** Names that a workspace has once: titles of rules, functions, aliases of watchlists. */
function nameFindings(resources: readonly CompiledResource[]): readonly Diagnostic[] {
  const taken = new Map<string, Span>();
  return resources.flatMap(({ resource, at }) => {
    const named = nameOf(resource);
    if (!named) return [];
    const { what, name, path } = named;
    const id = `${what} ${name.toLowerCase()}`;
    const earlier = taken.get(id);
    if (!earlier) {
      taken.set(id, at(path));
      return [];
    }
    const labels = [{ at: earlier, text: "it is taken here" }];
    return [
      finding(duplicateName, { message: `the workspace has a ${what} \`${name}\` already`, at: at(path), labels }),
    ];
  });
}

function nameOf({
  type,
  inputs,
}: Resource): { readonly what: string; readonly name: string; readonly path: string } | undefined {
  const properties = inputs.properties as { readonly displayName?: unknown } | undefined;
  if (type === SCHEDULED_RULE_TYPE) return { what: "rule", name: String(inputs.displayName), path: "/displayName" };
  if (type === GENERIC_RESOURCE_TYPE && inputs.resourceType === "alertRules") {
    return { what: "rule", name: String(properties?.displayName), path: "/properties/displayName" };
  }
  if (type === WATCHLIST_TYPE)
    return { what: "watchlist", name: String(inputs.watchlistAlias), path: "/watchlistAlias" };
  const isFunction = type === SAVED_SEARCH_TYPE && inputs.functionAlias !== undefined;
  return isFunction ? { what: "function", name: String(inputs.functionAlias), path: "/functionAlias" } : undefined;
}
