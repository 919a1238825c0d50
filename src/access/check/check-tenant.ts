/** Checks a tenant's policies and locations together, and each by itself. */

import {
  COMPLIANT_NETWORK_LOCATION_ID,
  MFA_TRUSTED_IPS_LOCATION_ID,
  NAMED_LOCATIONS_PER_TENANT_MAX,
  POLICIES_PER_TENANT_MAX,
} from "../../azure";
import { type Diagnostic, finding } from "../../diagnostics";
import { shapeChecks } from "../checks/shape";
import { tenantChecks } from "../checks/tenant";
import { part, type Static, Type } from "../shapes/parts";
import { readShape } from "../shapes/read-shape";
import { checkNamedLocation } from "./check-named-location";
import { checkPolicyDefinition } from "./check-policy";

export const TenantDefinitionShape = Type.Object({
  securityDefaultsEnabled: part(Type.Boolean()),
  /** Policies of the tenant, in whatever state, listed or not. */
  policyCount: part(Type.Integer()),
  policies: part(Type.Array(Type.Unsafe<unknown>({}))),
  namedLocations: part(Type.Array(Type.Unsafe<unknown>({}))),
});

export type TenantDefinition = Static<typeof TenantDefinitionShape>;

/** A definition may say more about a tenant than is asked here. */
export function checkTenantDefinition(definition: unknown): readonly Diagnostic[] {
  const read = readShape<TenantDefinition>(TenantDefinitionShape, definition);
  const tenant = read.value ?? {};
  const policies = tenant.policies ?? [];
  const locations = tenant.namedLocations ?? [];
  return [
    ...read.diagnostics.filter(({ code }) => code !== shapeChecks.unknownKey.code),
    ...policies.flatMap((policy, index) => checkPolicyDefinition(policy, `/policies/${index}`)),
    ...locations.flatMap((location, index) => checkNamedLocation(location, `/namedLocations/${index}`)),
    ...limitFindings(tenant, policies.length, locations.length),
    ...defaultsFindings(tenant.securityDefaultsEnabled === true, policies),
    ...referenceFindings(policies, tenant.namedLocations ?? undefined),
    ...nameFindings(policies),
  ];
}

/** What can only be seen over all of them: how many there are, names that stand twice. */
export function checkTenantTotals(policies: readonly unknown[], locations: readonly unknown[]): readonly Diagnostic[] {
  return [...limitFindings({}, policies.length, locations.length), ...nameFindings(policies)];
}

function* limitFindings(tenant: TenantDefinition, listed: number, locations: number): Iterable<Diagnostic> {
  const count = Math.max(tenant.policyCount ?? 0, listed);
  if (count > POLICIES_PER_TENANT_MAX) {
    const message = `the tenant has ${count} policies, at most ${POLICIES_PER_TENANT_MAX} are taken`;
    yield finding(tenantChecks.tooManyPolicies, { message, pointer: "/policyCount" });
  }
  if (locations > NAMED_LOCATIONS_PER_TENANT_MAX) {
    const message = `the tenant has ${locations} named locations, at most ${NAMED_LOCATIONS_PER_TENANT_MAX} are taken`;
    yield finding(tenantChecks.tooManyLocations, { message, pointer: "/namedLocations" });
  }
}

function* defaultsFindings(isOn: boolean, policies: readonly unknown[]): Iterable<Diagnostic> {
  const index = policies.findIndex((policy) => partOf(policy, "state") === "enabled");
  if (!isOn || index === -1) return;
  const message = "security defaults have to be off before a policy is turned on";
  yield finding(tenantChecks.securityDefaults, { message, pointer: `/policies/${index}/state` });
}

const LOCATION_WORDS: ReadonlySet<string> = new Set([
  "all",
  "alltrusted",
  COMPLIANT_NETWORK_LOCATION_ID,
  MFA_TRUSTED_IPS_LOCATION_ID,
]);

/** Without a list of locations nothing can be missing from it. */
function* referenceFindings(
  policies: readonly unknown[],
  locations: readonly unknown[] | undefined,
): Iterable<Diagnostic> {
  if (!locations) return;
  const known = new Set(locations.map((location) => String(partOf(location, "id") ?? "").toLowerCase()));
  for (const [index, policy] of policies.entries())
    for (const key of ["includeLocations", "excludeLocations"]) {
      const ids = partOf(partOf(partOf(policy, "conditions"), "locations"), key);
      for (const [at, id] of (Array.isArray(ids) ? ids : []).entries()) {
        const name = String(id).toLowerCase();
        if (known.has(name) || LOCATION_WORDS.has(name)) continue;
        const pointer = `/policies/${index}/conditions/locations/${key}/${at}`;
        const message = `the tenant has no location \`${id}\` (error 1040)`;
        yield finding(tenantChecks.danglingLocation, { message, pointer });
      }
    }
}

function* nameFindings(policies: readonly unknown[]): Iterable<Diagnostic> {
  const seen = new Set<string>();
  for (const [index, policy] of policies.entries()) {
    const name = partOf(policy, "displayName");
    if (typeof name !== "string" || name === "") continue;
    if (seen.has(name)) {
      const message = `another policy is called \`${name}\``;
      yield finding(tenantChecks.sameName, { message, pointer: `/policies/${index}/displayName` });
    }
    seen.add(name);
  }
}

function partOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined;
}
