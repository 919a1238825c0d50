/** Questions to a tenant's access, and what a change of documents means for sign-ins. */

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { provePretty } from "../../src/cli/reporters/prove-pretty";
import { whatIfPretty } from "../../src/cli/reporters/what-if-pretty";
import { tenantProofs, tenantWhatIf } from "../../src/operations";
import { planChanges, planTenant } from "../../src/operations/project";
import type { AskedSignIn } from "../../src/testing";

const now = "2026-01-15T12:00:00Z";
const GLASS = "b9000000-0000-4000-8000-0000000000b9";

const TENANT = `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
planes: [access]
stage: enforce
breakGlass: { group: ${GLASS}, name: sg-glass, alsoIn: [] }
`;

const HQ = "kind: NamedLocation\nkey: hq\ndisplayName: HQ\nipRanges: [{ cidrAddress: 203.0.113.0/24 }]\n";
const STAFF = "kind: Group\nkey: staff\ndisplayName: sg-staff\n";
const policy = (
  parts: { readonly who?: string; readonly control?: string; readonly state?: string } = {},
) => `kind: ConditionalAccessPolicy
key: outside
displayName: Outside of HQ
state: ${parts.state ?? "enabled"}
conditions:
  clientAppTypes: [all]
  applications: { includeApplications: [All] }
  users: { ${parts.who ?? "includeUsers: [All]"}, excludeGroups: [break-glass] }
  locations: { includeLocations: [All], excludeLocations: [hq] }
grantControls: { operator: OR, builtInControls: [${parts.control ?? "mfa"}] }
`;

function project(...texts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "picket-access-"));
  for (const [path, text] of [
    ["tenants/contoso.yaml", TENANT],
    ["rules/access.yaml", texts.join("---\n")],
  ] as const) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("what-if", () => {
  const folder = project(policy(), HQ, STAFF);
  const asked = (parts: object) => ({
    folder,
    tenant: "contoso",
    now,
    isPromoted: false,
    signIn: { who: "nina", person: { groups: ["staff"] }, to: "Exchange Online", with: undefined, ...parts },
  });

  test("a sign-in in words, what is asked, and why a policy does not apply", () => {
    expect(whatIfPretty(tenantWhatIf(asked({})), false)).toBe(
      `nina in \`sg-staff\` signs in to Office 365 Exchange Online
  policies say  requires mfa
  in practice   requires mfa
  applies       Outside of HQ
`,
    );
    expect(whatIfPretty(tenantWhatIf(asked({ with: { ipAddress: "203.0.113.7" } })), false)).toBe(
      `nina in \`sg-staff\` signs in to Office 365 Exchange Online, from 203.0.113.7
  policies say  granted
  in practice   granted
  not applied   Outside of HQ: location
`,
    );
    expect(whatIfPretty(tenantWhatIf(asked({ with: { clientAppType: "other" } })), false)).toBe(
      `nina in \`sg-staff\` signs in to Office 365 Exchange Online, with another legacy client
  policies say  requires mfa
  in practice   blocked
                \`mfa\` can't be met: a legacy client can't do multifactor authentication
  applies       Outside of HQ
`,
    );
  });

  test("a group of applications is asked one by one, and told once", () => {
    const told = tenantWhatIf(asked({ to: "Office365" }));
    expect(told.answers.length).toBeGreaterThan(10);
    expect(whatIfPretty(told, false).split("\n")[1]).toBe(`the same for ${told.answers.length - 1} other applications`);
  });

  test("what is wrong with a sign-in is told once, not for each application", () => {
    const { diagnostics } = tenantWhatIf(asked({ to: "Office365", with: { clientAppType: "foo" } }));
    expect(diagnostics.map(({ message }) => message)).toEqual(["unknown value `foo` of `clientAppType`"]);
  });

  test("the witness of a claim can be asked as it was printed", () => {
    const { proofs } = tenantProofs({ folder, tenant: "contoso", now, questions: [{ kind: "noMfaPath" }] });
    const json = JSON.stringify(proofs[0]?.witness);
    const { answers } = tenantWhatIf({ folder, tenant: "contoso", now, isPromoted: false, signIn: { json } });
    expect(answers.map(({ answer }) => answer.practice.result)).toEqual(["granted"]);
  });

  test.each([
    [{ signIn: { json: "{" } }, "PKT5425"],
    [{ signIn: { json: '{ "identity": "nina" }' } }, "PKT5425"],
    [{ tenant: "contosa" }, "PKT9030"],
    [{ policies: "missing.json" }, "PKT5424"],
    [{ policies: "tenants/contoso.yaml" }, "PKT5424"],
  ])("%o is told", (parts, code) => {
    expect(tenantWhatIf({ ...asked({}), ...parts }).diagnostics.map((each) => each.code)).toEqual([code]);
  });
});

describe("a wrong question names what is wrong in it, whatever else the project has", () => {
  const folder = project("kind: Nonsense\n");
  test.each([
    [{ kind: "nonsense" }, "/question/kind", undefined],
    [{ kind: "diff" }, "/question/kind", undefined],
    [{ kind: "mfaAlways", subjects: "membrs" }, "/question/subjects", "did you mean `members`?"],
    [
      { kind: "everySignInHas", sessionControl: "signIn" },
      "/question/sessionControl",
      "did you mean `signInFrequency`?",
    ],
  ])("%o", (question, pointer, help) => {
    const { diagnostics, proofs } = tenantProofs({ folder, tenant: "contoso", now, questions: [question] });
    expect([proofs, diagnostics.map((each) => [each.code, each.pointer])]).toEqual([[], [["PKT3014", pointer]]]);
    if (help !== undefined) expect(diagnostics[0]?.help).toBe(help);
  });
});

describe("whom or what a question names has to be there", () => {
  const folder = project(policy(), HQ, STAFF);
  test.each([
    [{ group: "stuff" }, "no Group has the key `stuff`", "did you mean `staff`?"],
    [{ role: "Global Admin" }, "`Global Admin` is no built-in role", "did you mean `Global Administrator`?"],
  ])("%o", (subjects, message, help) => {
    const questions = [{ kind: "mfaAlways", subjects }];
    const { diagnostics } = tenantProofs({ folder, tenant: "contoso", now, questions });
    expect(diagnostics).toEqual([{ code: "PKT5430", severity: "error", message, help, pointer: "/question/subjects" }]);
  });

  test.each([
    [{ person: { roles: ["Global Admin"] } }, "/person/roles/0", "did you mean `Global Administrator`?"],
    [{ person: { groups: ["stuff"] } }, "/person/groups/0", "did you mean `staff`?"],
    [{ to: "Exchang Online" }, "/to", "did you mean `Exchange Online`?"],
    [{ with: { country: "DEU" } }, "/signIn/network/country", "two letters as in ISO 3166, such as `DE`"],
    [{ with: { gpsCountry: "UK" } }, "/signIn/network/gpsCountry", "the United Kingdom is `GB`"],
    [{ with: { devicePlatform: "win" } }, "/signIn/devicePlatform", "did you mean `windows`?"],
  ])("%o", (parts, pointer, help) => {
    const signIn = { who: "nina", person: {}, to: "Exchange Online", with: undefined, ...parts } as AskedSignIn;
    const told = tenantWhatIf({ folder, tenant: "contoso", now, isPromoted: false, signIn });
    expect([told.answers, told.diagnostics.map((each) => [each.pointer, each.help])]).toEqual([[], [[pointer, help]]]);
  });

  test.each(["de", "ZZ"])("country %s", (country) => {
    const signIn = { who: "nina", person: {}, to: "Exchange Online", with: { country } };
    expect(tenantWhatIf({ folder, tenant: "contoso", now, isPromoted: false, signIn }).diagnostics).toEqual([]);
  });
});

describe("prove", () => {
  test("a claim as deployed and once promoted, with an example and the policies to blame", () => {
    const folder = project(policy({ control: "block", state: "enabledForReportingButNotEnforced" }), HQ, STAFF);
    const questions = [{ kind: "neverBlocked", subjects: { group: "staff" } }] as const;
    expect(provePretty(tenantProofs({ folder, tenant: "contoso", now, questions }), false)).toBe(
      `holds neverBlocked (group staff), as deployed
fails neverBlocked (group staff), once promoted
    for example: a user in \`sg-staff\` signs in to some application
    because of Outside of HQ

proved over 1 policy of this Plan; what else the tenant has is not known
`,
    );
  });

  test("an export alone is enough", () => {
    const folder = project(policy(), HQ, STAFF);
    const exported = {
      id: "p",
      displayName: "P",
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includeApplications: ["All"] },
        users: { includeUsers: ["All"] },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    };
    writeFileSync(join(folder, "export.json"), JSON.stringify({ value: [exported] }));
    const { proofs } = tenantProofs({ folder, policies: "export.json", now, questions: [{ kind: "mfaAlways" }] });
    expect(proofs.map(({ when, holds }) => [when, holds])).toEqual([
      ["as deployed", true],
      ["once promoted", true],
    ]);
  });
});

/** The sentences of a change, against a Plan and against a stack's state. */
async function sentences(before: readonly string[], after: readonly string[]) {
  const old = await planTenant({ folder: project(...before), tenant: "contoso", now, cache: false });
  const folder = project(...after);
  const state = {
    deployment: {
      resources: (old.plan?.resources ?? []).map(({ name, type, inputs }) => ({
        urn: `urn:pulumi:contoso::picket::${type}::${name}`,
        type,
        custom: true,
        id: idOf(type, name),
        inputs: withIds(inputs),
      })),
    },
  };
  writeFileSync(join(folder, "plan.json"), JSON.stringify(old.plan));
  writeFileSync(join(folder, "state.json"), JSON.stringify(state));
  const told = await Promise.all(
    ["plan.json", "state.json"].map((against) =>
      planChanges({ folder, tenant: "contoso", now, cache: false, against }),
    ),
  );
  return told.map(({ access }) => access?.changes.map(({ effect, sentence }) => `${effect}: ${sentence}`));
}

/** As the providers answer: a path that ends in the object id. */
function idOf(type: string, name: string): string {
  const guid = `${[...name]
    .reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7)
    .toString(16)
    .padStart(8, "0")
    .slice(-8)}-0000-4000-8000-000000000001`;
  if (type.includes("namedLocation")) return `/identity/conditionalAccess/namedLocations/${guid}`;
  return type.includes("group") ? `/groups/${guid}` : `/identity/conditionalAccess/policies/${guid}`;
}

function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds);
  if (value === null || typeof value !== "object") return value;
  const output = (value as Record<string, { readonly name: string } | undefined>)["picket:output"];
  if (output) {
    const type = output.name === "hq" ? "namedLocation" : "group";
    return idOf(type, output.name).split("/").at(-1);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withIds(each)]));
}

describe("plan --against", () => {
  test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
    ["no change", [policy(), HQ, STAFF], [policy(), HQ, STAFF], []],
    [
      "a stronger control",
      [policy(), HQ, STAFF],
      [policy({ control: "block" }), HQ, STAFF],
      ["stronger: users outside `sg-glass` from outside `HQ` are now blocked"],
    ],
    [
      "fewer subjects",
      [policy(), HQ, STAFF],
      [policy({ who: "includeGroups: [staff]" }), HQ, STAFF],
      ["weaker: users outside `sg-glass` and `sg-staff` from outside `HQ` no longer need MFA"],
    ],
    [
      "a wider location",
      [policy(), HQ, STAFF],
      [policy(), HQ.replace("203.0.113.0/24", "203.0.112.0/23"), STAFF],
      ["weaker: users outside `sg-glass` from outside `HQ` as it was from `HQ` no longer need MFA"],
    ],
    [
      "a new policy",
      [HQ, STAFF],
      [policy(), HQ, STAFF],
      ["stronger: users outside `sg-glass` from outside `HQ` now need MFA"],
    ],
  ])("%s", async (_, before, after, wanted) => {
    const told = await sentences(before, after);
    expect(told).toEqual([wanted, wanted]);
  });
});
