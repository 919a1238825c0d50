/** Small complete documents, from which the examples of checks are made. */

import { exampleLines } from "../../diagnostics";

export { exampleRule as rule } from "../../diagnostics";

const TENANT = {
  kind: "kind: Tenant",
  key: "key: contoso",
  tenantId: "tenantId: 11111111-1111-4111-8111-111111111111",
  workspace:
    "workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }",
} as const;

/** A tenant with some lines replaced (an empty one leaves the key out) and others added. */
export function tenant(lines: Readonly<Record<string, string>> = {}): string {
  return exampleLines({ ...TENANT, ...lines });
}

interface ExampleException {
  readonly rule?: string;
  /** A condition by column. */
  readonly where?: string;
  /** Its last day, and what a comment says of it. */
  readonly until?: string;
}

/** The lines of a tenant's one exception. */
export function exception({ rule: key, where, until }: ExampleException = {}): string {
  return [
    "exceptions:",
    `  - rule: ${key ?? "bad-address"}`,
    `    where: ${where ?? "{ UserPrincipalName: [svc-sync@contoso.example] }"}`,
    "    owner: soc@contoso.example",
    "    reason: directory synchronisation",
    `    until: ${until ?? "2099-03-31"}`,
  ].join("\n");
}

/** Several documents in one file. */
export function documents(...texts: readonly string[]): string {
  return texts.join("---\n");
}
