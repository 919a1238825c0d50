/** Small complete documents of the access plane, from which the examples of checks are made. */

import { exampleLines } from "../../../diagnostics";

export { documents, rule, tenant } from "../example";

const POLICY = {
  kind: "kind: ConditionalAccessPolicy",
  key: "key: some-policy",
  title: "displayName: Some policy",
  state: "state: enabled",
} as const;

/** The tenant's emergency accounts. */
export const GLASS = "breakGlass: { group: b9000000-0000-4000-8000-0000000000b9 }";

/** Grant controls that block. */
export const BLOCK = "{ operator: OR, builtInControls: [block] }";

interface PolicyLines {
  readonly title?: string;
  readonly state?: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly apps?: string;
  readonly clients?: string;
  readonly grant?: string;
  readonly session?: string;
}

/** A policy that asks all users for MFA, with some parts replaced. */
export function policy(lines: PolicyLines = {}): string {
  const {
    title = POLICY.title,
    state = POLICY.state,
    include = "includeUsers: [All]",
    exclude,
    apps,
    clients,
    grant,
    session = "",
  } = lines;
  const users = exclude === undefined ? include : `${include}, ${exclude}`;
  const conditions = [
    `  clientAppTypes: ${clients ?? "[all]"}`,
    `  applications: { ${apps ?? "includeApplications: [All]"} }`,
    `  users: { ${users} }`,
  ];
  return exampleLines({
    ...POLICY,
    title,
    state,
    conditions: ["conditions:", ...conditions].join("\n"),
    grant: `grantControls: ${grant ?? "{ operator: OR, builtInControls: [mfa] }"}`,
    session,
  });
}

/** A group, a location of ranges, a strength, each with some lines added. */
export function group(lines: Readonly<Record<string, string>> = {}): string {
  return exampleLines({ kind: "kind: Group", key: "key: exempted", name: "displayName: sg-exempted", ...lines });
}

export function location(lines: Readonly<Record<string, string>> = {}): string {
  const ranges = "ipRanges: [{ cidrAddress: 203.0.113.0/24 }]";
  return exampleLines({
    kind: "kind: NamedLocation",
    key: "key: headquarters",
    name: "displayName: HQ",
    ranges,
    ...lines,
  });
}

export function strength(lines: Readonly<Record<string, string>> = {}): string {
  const combinations = "allowedCombinations: [fido2]";
  return exampleLines({
    kind: "kind: AuthenticationStrength",
    key: "key: security-keys",
    name: "displayName: Security keys",
    combinations,
    ...lines,
  });
}
