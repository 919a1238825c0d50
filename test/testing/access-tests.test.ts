/** AccessTests: sign-ins and claims on all policies that a tenant has. */

import { describe, expect, test } from "vitest";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { type CaseResult, isTest, runTests } from "../../src/testing";

const GLASS = "b9000000-0000-4000-8000-0000000000b9";

const TENANT = `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
planes: [access]
stage: observe
breakGlass: { group: ${GLASS}, name: sg-glass, alsoIn: [Global Administrator] }
access: { baseline: export.json, complete: true }
overrides: { mfa: { stage: observe } }
`;

const POLICIES = `kind: Group
key: staff
displayName: sg-staff
---
kind: ConditionalAccessPolicy
key: mfa
displayName: MFA for staff
state: enabled
conditions:
  clientAppTypes: [all]
  applications: { includeApplications: [All] }
  users: { includeGroups: [staff], excludeGroups: [break-glass] }
grantControls: { operator: OR, builtInControls: [mfa, compliantDevice] }
---
kind: ConditionalAccessPolicy
key: later
displayName: Block guests
state: enabledForReportingButNotEnforced
conditions:
  clientAppTypes: [all]
  applications: { includeApplications: [All] }
  users: { includeUsers: [GuestsOrExternalUsers], excludeGroups: [break-glass] }
grantControls: { operator: OR, builtInControls: [block] }
`;

/** A policy of the tenant that is not ours. */
const EXPORT = {
  value: [
    {
      id: "9a000000-0000-4000-8000-000000000001",
      displayName: "Legacy",
      state: "enabled",
      conditions: {
        clientAppTypes: ["other", "exchangeActiveSync"],
        applications: { includeApplications: ["00000002-0000-0ff1-ce00-000000000000"] },
        users: { includeUsers: ["All"], excludeGroups: [GLASS] },
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    },
  ],
};

async function run(text: string): Promise<readonly CaseResult[]> {
  const { value: documents, diagnostics } = readDocuments(
    sourceText("all.yaml", [TENANT, POLICIES, `kind: AccessTest\n${text}`].join("---\n")),
  );
  expect(diagnostics).toEqual([]);
  return runTests(documents.filter(isTest), documents, {
    now: "2026-01-15T12:00:00Z",
    purpose: "check",
    beside: (_, file) => (file === "export.json" ? JSON.stringify(EXPORT) : undefined),
    bound: () => undefined,
    elapsedSeconds: () => 0,
  });
}

const PEOPLE =
  "people: { nina: { upn: nina@contoso.example, groups: [staff] }, eve: { guest: b2bCollaborationGuest } }";
const signIn = (line: string) => run(`tenant: contoso\n${PEOPLE}\nsignIns: [{ name: n, ${line} }]\n`);
const claim = (line: string, list = "always") => run(`tenant: contoso\n${list}: [${line}]\n`);

describe("sign-ins", () => {
  test.each([
    ["who: nina, to: Exchange Online, expect: { requires: [[compliantDevice, mfa]] }"],
    // A guest's device is not trusted, a device code carries none: one way is left.
    ["who: nina, to: Office365, with: { authenticationFlow: deviceCodeFlow }, expect: { requires: [[mfa]] }"],
    [
      "who: nina, to: Office365, with: { authenticationFlow: deviceCodeFlow }, says: { requires: [[mfa, compliantDevice]] }",
    ],
    [
      "who: nina, to: Azure management, with: { clientAppType: other }, expect: blocked, says: { requires: [[mfa, compliantDevice]] }",
    ],
    ["who: nina, to: Exchange Online, with: { clientAppType: other }, expect: blocked, says: blocked"],
    ["who: eve, to: Exchange Online, expect: granted"],
    ["who: eve, to: Exchange Online, promoted: true, expect: blocked"],
    ["who: break-glass, to: Exchange Online, with: { clientAppType: other }, expect: granted"],
    ["who: nina, to: registerSecurityInformation, expect: { requires: [[mfa, compliantDevice]] }"],
  ])("%s", async (line) => {
    expect(
      (await signIn(line)).map(({ outcome, diagnostics, differences }) => [outcome, diagnostics, differences]),
    ).toEqual([["passed", [], []]]);
  });

  test("one that comes out otherwise is told with its policies", async () => {
    const [result] = await signIn("who: nina, to: Exchange Online, expect: granted");
    expect(result).toMatchObject({
      subject: "contoso",
      outcome: "failed",
      differences: [{ of: "in practice", expected: "granted", actual: { requires: [["mfa", "compliantDevice"]] } }],
      details: [
        "the sign-in: nina@contoso.example in `sg-staff` signs in to Office 365 Exchange Online",
        "policies that apply: `MFA for staff`",
      ],
    });
  });

  test.each([
    ["who: nino, to: Exchange Online, expect: granted", "nobody in `people` is called `nino`"],
    ["who: nina, to: Exchange Onlin, expect: granted", "nothing that one signs in to is called `Exchange Onlin`"],
    ["who: nina, to: Exchange Online", "the sign-in expects nothing"],
  ])("%s can't be run", async (line, message) => {
    const results = await signIn(line);
    expect(
      results.map(({ outcome, diagnostics }) => [outcome, diagnostics.map((each) => [each.code, each.message])]),
    ).toEqual([["failed", [["PKT6002", message]]]]);
  });
});

describe("claims", () => {
  test.each([
    ["{ neverBlocked: break-glass }"],
    ["{ legacyAlwaysBlocked: { group: staff } }"],
    ["{ neverApplies: [] }"],
    ["{ redundant: [] }"],
  ])("%s holds", async (line) => {
    expect((await claim(line)).map(({ outcome, details }) => [outcome, details])).toEqual([["passed", undefined]]);
  });

  test("a claim that fails shows a sign-in that breaks it, and over which policies it was judged", async () => {
    const [result] = await claim("{ legacyAlwaysBlocked: all users but break-glass }");
    expect(result?.name).toBe("legacyAlwaysBlocked: all users but break-glass");
    expect(result?.differences).toEqual([{ of: "claim as deployed", expected: "holds", actual: "does not hold" }]);
    expect(result?.details?.[0]).toBe("for example: a user signs in to some application, with Exchange ActiveSync");
    expect(result?.details?.at(-1)).toBe("over 2 policies of this Plan and 1 of the baseline, which is complete");
  });

  test("what holds as deployed may fail once promoted", async () => {
    const [result] = await claim("{ neverBlocked: guests }");
    expect(result?.differences).toEqual([{ of: "claim as deployed", expected: "holds", actual: "does not hold" }]);
    const [other] = await claim("{ permanentlyBlocked: guests }", "never");
    expect(other?.differences).toEqual([{ of: "claim once promoted", expected: "does not hold", actual: "holds" }]);
  });

  test.each([["{ neverBlocked: break-glass, redundant: [] }"], ["{ of: guests }"]])("%s is no claim", async (line) => {
    const [result] = await claim(line);
    expect(result?.diagnostics.map(({ code }) => code)).toEqual(["PKT6002"]);
  });
});

test("a tenant that does not exist, or has no policies, fails the test", async () => {
  const [missing] = await run("tenant: contosa\nalways: [{ neverBlocked: break-glass }]\n");
  expect(missing?.diagnostics.map(({ code, help }) => [code, help])).toEqual([["PKT6002", "did you mean `contoso`?"]]);
});
