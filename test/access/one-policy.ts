/** One enabled policy against one sign-in: what a table of cases says about a condition or a control. */

import { askWhatIf, type Directory, type SignIn, type WhatIf } from "../../src/access/run";

export const ids = {
  nina: "a11ce000-0000-4000-8000-000000000001",
  omar: "b0b00000-0000-4000-8000-000000000002",
  glass: "b9000000-0000-4000-8000-000000000003",
  staff: "57aff000-0000-4000-8000-000000000010",
  interns: "c41d0000-0000-4000-8000-000000000014",
  team: "7ea30000-0000-4000-8000-000000000015",
  globalAdministrator: "62e90394-69f5-4237-9190-012177145e10",
  contoso: "7e4a0000-0000-4000-8000-000000000060",
  fabrikam: "7e4a0000-0000-4000-8000-000000000061",
  exchange: "00000002-0000-0ff1-ce00-000000000000",
  sharePoint: "00000003-0000-0ff1-ce00-000000000000",
  teams: "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
  directory: "00000002-0000-0000-c000-000000000000",
  payroll: "9a480000-0000-4000-8000-000000000020",
  robot: "5b000000-0000-4000-8000-000000000050",
  hq: "10ca0000-0000-4000-8000-000000000030",
  lab: "10ca0000-0000-4000-8000-000000000031",
  benelux: "10ca0000-0000-4000-8000-000000000032",
} as const;

type Json = Readonly<Record<string, unknown>>;

/** All users, all resources, MFA; conditions are merged key by key. */
export function policy(conditions: Json = {}, others: Json = {}): Json {
  return {
    id: "p",
    displayName: "p",
    state: "enabled",
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
    ...others,
    conditions: {
      clientAppTypes: ["all"],
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"] },
      ...conditions,
    },
  };
}

/** Nina at Exchange Online; everything else as the interface's defaults. */
export function signIn(parts: Partial<SignIn> & { readonly who?: Json } = {}): SignIn {
  const { who = {}, ...rest } = parts;
  const identity = { type: "user", id: ids.nina, ...who } as SignIn["identity"];
  return { identity, resource: { appId: ids.exchange }, ...rest };
}

export function ask(policies: readonly Json[], asked: SignIn, directory: Directory = {}): WhatIf {
  const { value, diagnostics } = askWhatIf({ policies, directory, signIn: asked });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return value;
}

/** "applies", or the reason why not. */
export function verdict(one: Json, asked: SignIn, directory: Directory = {}): string {
  const answer = ask([one], asked, directory);
  return answer.applied.includes("p") ? "applies" : (answer.notApplied.p ?? "no answer");
}
