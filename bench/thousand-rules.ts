/** Rules for measuring: as long as real ones, each different from the others. */

export const benchTenant = `kind: Tenant
key: bench
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }
stage: enforce
`;

/** A scheduled rule with a query of 1.5 KB. */
export function benchRule(n: number): string {
  return `id: ${uuid(n)}
key: rule-${n}
name: Sign-ins from place ${n}
description: A rule to measure with.
severity: Medium
enabled: ${n < ENABLED_RULES}
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
tactics: [InitialAccess]
relevantTechniques: [T1078]
entityMappings:
  - entityType: Account
    fieldMappings: [{ identifier: FullName, columnName: UserPrincipalName }]
  - entityType: IP
    fieldMappings: [{ identifier: Address, columnName: IPAddress }]
query: |
${benchQuery(n)
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
version: 1.0.0
kind: Scheduled
`;
}

function benchQuery(n: number): string {
  const lines = ["SigninLogs", "| where TimeGenerated > ago(1h)"];
  for (let i = 0; lines.join("\n").length < QUERY_CHARS; i++) {
    lines.push(`| where UserPrincipalName !in~ ("svc-${n}-${i}@contoso.example", "app-${n}-${i}@contoso.example")`);
  }
  return lines.join("\n");
}

function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
}

const QUERY_CHARS = 1500;
/** A workspace holds no more than 512 enabled scheduled rules, but twice as many in all (src/azure). */
const ENABLED_RULES = 500;
