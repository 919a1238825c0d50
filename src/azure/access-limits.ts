/** Numbers that Entra sets for conditional access. */

/** Conditional access policies per tenant, in any state. A quota that Microsoft raises now and then.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access, read 2026-11-23. */
export const POLICIES_PER_TENANT_MAX = 195;

/** Named locations per tenant.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network, read 2026-11-23. */
export const NAMED_LOCATIONS_PER_TENANT_MAX = 195;

/** Address ranges per named location. Source: as above. */
export const RANGES_PER_LOCATION_MAX = 2000;

/** Shortest prefix of an address range. Source: as above, and the azuread provider's check ("/8 or larger"). */
export const RANGE_PREFIX_MIN = 8;

/** Applications per policy.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps, read 2026-11-23. */
export const APPS_PER_POLICY_MAX = 250;

/** Characters of a device filter's rule.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices, read 2026-11-23. */
export const FILTER_RULE_CHARS_MAX = 3072;

/** From this day on "require approved client app" counts as not selected ("early March 2026" in the text; the date has moved before).
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/migrate-approved-client-app, read 2026-11-23. */
export const APPROVED_APP_RETIREMENT = "2026-03-01";

/** Object id of the location "All Compliant Network locations", the same in every tenant.
 *  Source: https://learn.microsoft.com/entra/global-secure-access/how-to-compliant-network, read 2026-11-23. */
export const COMPLIANT_NETWORK_LOCATION_ID = "3d46dbda-8382-466a-856d-eb00cbc6b910";

/** Object id under which exports name the trusted IPs of multifactor authentication.
 *  UNVERIFIED: seen in exports, on no page read; the export of a tenant with trusted IPs would settle it. */
export const MFA_TRUSTED_IPS_LOCATION_ID = "00000000-0000-0000-0000-000000000000";

/** Built-in authentication strengths.
 *  Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths, read 2026-11-23. */
export const BUILT_IN_STRENGTH_IDS = {
  mfa: "00000000-0000-0000-0000-000000000002",
  passwordless: "00000000-0000-0000-0000-000000000003",
  phishingResistant: "00000000-0000-0000-0000-000000000004",
} as const;
