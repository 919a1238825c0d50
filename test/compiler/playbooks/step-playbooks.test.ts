/** Documents of steps in a tenant: workflows, rights, and what each stage leaves out. */

import { describe, expect, test } from "vitest";
import { type CompiledPlaybook, compileFor, compileTenant, grantedRights } from "../../../src/compiler";
import { sourceText } from "../../../src/diagnostics";
import { readDocuments } from "../../../src/documents";
import { playbookChanges } from "../../../src/operations/playbook-changes";
import type { Plan } from "../../../src/plan";

const context = { now: "2026-01-15T12:00:00Z", purpose: "deploy", beside: () => undefined } as const;

const tenant = (stage: string) => `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }
playbooks: { resourceGroup: rg-playbooks, location: westeurope }
breakGlass: { group: 33333333-3333-4333-8333-333333333333 }
stage: ${stage}
`;

const others = `key: bad-address
name: Sign-in from a bad address
severity: Medium
query: SigninLogs | where ResultType == "50126"
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
---
kind: Group
key: service-accounts
displayName: sg-service-accounts
---
kind: Group
key: quarantine
displayName: sg-quarantine
`;

const whole = `kind: Playbook
key: contain
on: incident
accounts: { of: [bad-address], max: 3 }
guard: { exempt: [service-accounts], privileged: ask }
approval: { by: [soc-leads@contoso.example], via: office365, within: 4h }
accept: [UserAuthenticationMethod.ReadWrite.All, GroupMember.ReadWrite.All]
reason: contained accounts need it
steps:
  - investigate-source: { days: 14 }
  - mark-compromised: { onFailure: continue }
  - disable-user
  - revoke-sessions
  - require-mfa: { group: quarantine }
  - reset-mfa: { ask: always }
  - reset-password: { stage: observe }
  - add-task: Call the user's manager on a known number
undo: true
`;

function read(stage: string, text = whole) {
  return readDocuments(sourceText("all.yaml", [tenant(stage), others, text].join("---\n"))).value;
}

function compiled(stage: string): { readonly playbook: CompiledPlaybook; readonly codes: readonly string[] } {
  const documents = read(stage);
  const own = documents.find(({ key }) => key === "contoso");
  const playbook = documents.find(({ key }) => key === "contain");
  const answer = own?.kind === "Tenant" && playbook ? compileFor(playbook, own, documents, context) : undefined;
  if (!answer?.value.playbook) throw new Error("the document compiles");
  return {
    playbook: answer.value.playbook,
    codes: answer.diagnostics.map(({ code, message }) => `${code} ${message}`),
  };
}

const rightsOf = ({ workflows }: CompiledPlaybook) =>
  Object.fromEntries(
    workflows.map(({ name, grants }) => [
      name,
      grants.map(({ right }) => (right.kind === "azure" ? right.role : right.value)),
    ]),
  );

const GUARD = ["GroupMember.Read.All", "RoleManagement.Read.Directory", "User.Read.All"];

describe("a playbook of steps", () => {
  test("at enforce each change has a workflow of its own, with one right that writes", () => {
    const { playbook, codes } = compiled("enforce");
    expect(codes).toEqual([]);
    expect(rightsOf(playbook)).toEqual({
      contain: ["Log Analytics Reader", "Microsoft Sentinel Reader", "Microsoft Sentinel Responder", ...GUARD],
      "contain--mark-compromised": ["GroupMember.Read.All", "IdentityRiskyUser.ReadWrite.All", ...GUARD.slice(1)],
      "contain--disable-user": [GUARD[0], GUARD[1], "User.EnableDisableAccount.All", GUARD[2]],
      "contain--revoke-sessions": [...GUARD, "User.RevokeSessions.All"],
      "contain--require-mfa": [GUARD[0], "GroupMember.ReadWrite.All", ...GUARD.slice(1)],
      "contain--reset-mfa": [...GUARD, "UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All"],
      "contain-undo": ["Microsoft Sentinel Reader", "Microsoft Sentinel Responder", ...GUARD],
      "contain-undo--leave-group": [GUARD[0], "GroupMember.ReadWrite.All", ...GUARD.slice(1)],
      "contain-undo--enable-user": [GUARD[0], GUARD[1], "User.EnableDisableAccount.All", GUARD[2]],
      "contain-undo--dismiss-risk": ["GroupMember.Read.All", "IdentityRiskyUser.ReadWrite.All", ...GUARD.slice(1)],
    });
  });

  test.each(["observe", "alert"])("at %s no identity can write more than the comment", (stage) => {
    const { playbook, codes } = compiled(stage);
    expect(codes).toEqual([]);
    expect(rightsOf(playbook)).toEqual({
      contain: ["Log Analytics Reader", "Microsoft Sentinel Reader", "Microsoft Sentinel Responder", ...GUARD],
    });
  });

  test("roles are given on the workspace and on nothing else", () => {
    const scopes = compiled("enforce").playbook.workflows.flatMap(({ grants }) =>
      grants.flatMap(({ right }) => (right.kind === "azure" ? [right.scope] : [])),
    );
    expect([...new Set(scopes)]).toEqual([
      "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/law-soc",
    ]);
  });

  test("a group that the Plan makes is a reference, and its workflow waits for it", () => {
    const documents = read("enforce");
    const own = documents.find(({ kind }) => kind === "Tenant");
    const plan = own?.kind === "Tenant" ? compileTenant(own, documents, context).value : undefined;
    const child = plan?.resources.find(({ name }) => name === "contain--require-mfa");
    expect(child?.inputs.parameters).toMatchObject({
      group: { value: { "picket:output": { name: "quarantine", path: "objectId" } } },
    });
  });

  test("the rights that are read back from the Plan are those that were given", () => {
    const given = compiled("enforce").playbook.workflows.flatMap(({ name, grants }) =>
      grants.map(({ right }) => [name, right.kind === "azure" ? right.role : right.value].join(" ")),
    );
    const read = grantedRights(planIn("enforce").resources).map(({ workflow, right }) => `${workflow} ${right}`);
    expect([...read].sort()).toEqual([...given].sort());
  });

  test("a promotion tells the rights that are new, a step back those that are gone", () => {
    const [observing, acting] = [planIn("observe"), planIn("enforce")];
    const gained = playbookChanges(observing.resources, acting);
    expect(gained.map(({ change, sentence }) => `${change}: ${sentence}`)).toContain(
      "gained: the workflow `contain--require-mfa` may use GroupMember.ReadWrite.All, which reaches far beyond one account",
    );
    const lost = playbookChanges(acting.resources, observing);
    expect([gained.length, new Set(gained.map(({ change }) => change))]).toEqual([lost.length, new Set(["gained"])]);
    expect(playbookChanges(acting.resources, acting)).toEqual([]);
  });
});

function planIn(stage: string): Plan {
  const documents = read(stage);
  const own = documents.find(({ kind }) => kind === "Tenant");
  const plan = own?.kind === "Tenant" ? compileTenant(own, documents, context).value : undefined;
  if (!plan) throw new Error("the tenant has a Plan");
  return plan;
}
