/** Small complete documents, from which the examples of checks are made. */

const RULE = {
  key: "key: bad-address",
  name: "name: Sign-in from a bad address",
  severity: "severity: Medium",
  query: 'query: SigninLogs | where ResultType == "50126"',
  queryFrequency: "queryFrequency: 1h",
  queryPeriod: "queryPeriod: 1h",
  triggerOperator: "triggerOperator: gt",
  triggerThreshold: "triggerThreshold: 0",
} as const;

const TENANT = {
  kind: "kind: Tenant",
  key: "key: contoso",
  tenantId: "tenantId: 11111111-1111-4111-8111-111111111111",
  workspace:
    "workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }",
} as const;

/** A rule with some lines replaced (an empty one leaves the key out) and others added. */
export function rule(lines: Readonly<Record<string, string>> = {}): string {
  return textOf({ ...RULE, ...lines });
}

/** A tenant, likewise. */
export function tenant(lines: Readonly<Record<string, string>> = {}): string {
  return textOf({ ...TENANT, ...lines });
}

/** Several documents in one file. */
export function documents(...texts: readonly string[]): string {
  return texts.join("---\n");
}

/** Lines as a document; an empty one is left out. */
export function textOf(lines: Readonly<Record<string, string>>): string {
  return Object.values(lines)
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}
