/** What a tenant gets of policies, groups, locations and strengths: stages, settings, planes, adoption, retirement, proofs. */

import { describe, expect, test } from "vitest";
import { accessInTenant, compileTenant } from "../../../src/compiler";
import { sourceText } from "../../../src/diagnostics";
import { readDocuments } from "../../../src/documents";
import type { Plan } from "../../../src/plan";

const GLASS = "b9000000-0000-4000-8000-0000000000b9";
const ONE = "a1000000-0000-4000-8000-000000000001";

const tenant = (lines = "", glass = `breakGlass: { group: ${GLASS} }`) => `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
planes: [access]
stage: enforce
${glass}
${lines}
`;

interface PolicyLines {
  readonly key?: string;
  readonly users?: string;
  readonly apps?: string;
  readonly more?: string;
  readonly control?: string;
  readonly lines?: string;
}

const policy = ({
  key = "p",
  users,
  apps,
  more = "",
  control = "mfa",
  lines = "",
}: PolicyLines = {}) => `kind: ConditionalAccessPolicy
key: ${key}
displayName: Policy ${key}
state: enabled
conditions:
  clientAppTypes: [all]
  applications: { ${apps ?? "includeApplications: [All]"} }
  users: { ${users ?? "includeUsers: [All], excludeGroups: [break-glass]"} }
${more}
grantControls: { operator: OR, builtInControls: [${control}] }
${lines}
`;

const GROUP = "kind: Group\nkey: quarantine\ndisplayName: sg-quarantine\n";
const HQ = `kind: NamedLocation
key: hq
displayName: HQ
isTrusted: true
ipRanges: [{ cidrAddress: 203.0.113.0/24 }, { cidrAddress: 198.51.100.0/24 }]
`;
const KEYS = "kind: AuthenticationStrength\nkey: keys\ndisplayName: Keys\nallowedCombinations: [fido2]\n";

interface Compiled {
  readonly plan: Plan | undefined;
  /** Code and message, infos too. */
  readonly told: readonly string[];
  readonly codes: readonly string[];
}

function compile(texts: readonly string[], { files = {}, now = "2026-01-15T12:00:00Z" } = {}): Compiled {
  const read = readDocuments(sourceText("all.yaml", texts.join("---\n")));
  const [found] = read.value.filter(({ kind }) => kind === "Tenant");
  if (found?.kind !== "Tenant") throw new Error("the texts have a tenant");
  const beside = (_: string, file: string) => (files as Readonly<Record<string, string>>)[file];
  const { value, diagnostics } = compileTenant(found, read.value, { now, purpose: "deploy", beside });
  const all = [...read.diagnostics, ...diagnostics];
  const news = all.filter(({ code }) => code !== "PKT5418");
  return {
    plan: value,
    told: all.map(({ code, message }) => `${code} ${message}`),
    codes: [...new Set(news.map(({ code }) => code))].sort(),
  };
}

const inputsOf = (plan: Plan | undefined, name: string) => plan?.resources.find((each) => each.name === name)?.inputs;
const stateOf = ({ plan }: Compiled, name = "p") => inputsOf(plan, name)?.state;

describe("stages", () => {
  const USER_ACTION = { apps: "includeUserActions: ['urn:user:registersecurityinfo']" };
  test.each<readonly [string, string, PolicyLines, string]>([
    ["observe", "enabled", {}, "enabledForReportingButNotEnforced"],
    ["alert", "enabled", {}, "enabledForReportingButNotEnforced"],
    ["enforce", "enabled", {}, "enabled"],
    ["enforce", "enabledForReportingButNotEnforced", {}, "enabledForReportingButNotEnforced"],
    ["enforce", "disabled", {}, "disabled"],
    ["observe", "disabled", {}, "disabled"],
    ["observe", "enabled", USER_ACTION, "disabled"],
    ["alert", "enabled", USER_ACTION, "disabled"],
    ["enforce", "enabled", USER_ACTION, "enabled"],
  ])("at %s a policy that is %s: %o", (stage, own, parts, deployed) => {
    const texts = [
      tenant().replace("stage: enforce", `stage: ${stage}`),
      policy(parts).replace("state: enabled", `state: ${own}`),
    ];
    const answer = compile(texts);
    expect([stateOf(answer), answer.codes]).toEqual([deployed, parts.apps && stage !== "enforce" ? ["PKT5419"] : []]);
  });

  test("the tenant's setting for one policy, and the document's own stage, are ceilings too", () => {
    const overridden = compile([tenant("overrides: { p: { stage: observe } }"), policy()]);
    const own = compile([tenant(), policy({ lines: "stage: alert" })]);
    expect([stateOf(overridden), stateOf(own)]).toEqual([
      "enabledForReportingButNotEnforced",
      "enabledForReportingButNotEnforced",
    ]);
  });

  test("retired: protected as before, from its day on disabled and free to be taken out", () => {
    const texts = [tenant(), policy({ lines: "retired: 2026-01-15" })];
    const before = compile(texts, { now: "2026-01-14T23:59:59Z" }).plan?.resources[0];
    const after = compile(texts, { now: "2026-01-15T00:00:00Z" }).plan?.resources[0];
    expect([before?.options, before?.inputs.state]).toEqual([{ protect: true }, "enabled"]);
    expect([after?.options, after?.inputs.state]).toEqual([{}, "disabled"]);
  });
});

describe("names", () => {
  test("roles, applications, strengths, groups, locations and the emergency accounts", () => {
    const grant = "grantControls: { operator: OR, authenticationStrength: { id: keys } }";
    const users = "includeRoles: [Global Administrator], excludeGroups: [break-glass, quarantine]";
    const named = policy({
      users,
      apps: "includeApplications: [Azure management, Office365]",
      more: "  locations: { includeLocations: [All], excludeLocations: [hq] }",
    }).replace(/grantControls:.*/, grant);
    const { plan, codes } = compile([tenant(), named, GROUP, HQ, KEYS]);
    expect(codes).toEqual([]);
    expect(inputsOf(plan, "p")).toEqual({
      displayName: "Policy p",
      state: "enabled",
      conditions: {
        applications: { includedApplications: ["797f4846-ba00-4fd7-ba43-dac1f8f63013", "Office365"] },
        clientAppTypes: ["all"],
        users: {
          includedRoles: ["62e90394-69f5-4237-9190-012177145e10"],
          excludedGroups: [GLASS, { "picket:output": { name: "quarantine", path: "objectId" } }],
        },
        locations: {
          includedLocations: ["All"],
          excludedLocations: [{ "picket:output": { name: "hq", path: "objectId" } }],
        },
      },
      grantControls: {
        operator: "OR",
        authenticationStrengthPolicyId: { "picket:output": { name: "keys", path: "id" } },
      },
    });
    expect(inputsOf(plan, "hq")).toEqual({
      displayName: "HQ",
      ip: { ipRanges: ["198.51.100.0/24", "203.0.113.0/24"], trusted: true },
    });
    expect(inputsOf(plan, "quarantine")).toEqual({
      displayName: "sg-quarantine",
      securityEnabled: true,
      preventDuplicateNames: true,
    });
    expect(inputsOf(plan, "keys")).toEqual({ displayName: "Keys", allowedCombinations: ["fido2"] });
  });

  test("accounts of the tenant stand in the list of users, wherever break-glass is named", () => {
    const glass = `breakGlass: { group: ${GLASS}, users: [${ONE}] }`;
    const { plan } = compile([tenant("", glass), policy()]);
    const conditions = inputsOf(plan, "p")?.conditions as { readonly users: unknown };
    expect(conditions.users).toEqual({ includedUsers: ["All"], excludedUsers: [ONE], excludedGroups: [GLASS] });
  });

  test.each([
    ["groups", policy({ users: "includeUsers: [All], excludeGroups: [quarantin]" }), "PKT5410"],
    ["locations", policy({ more: "  locations: { includeLocations: [hk] }" }), "PKT5410"],
    ["roles", policy({ users: "includeRoles: [Globl Administrator]" }), "PKT5411"],
    ["applications", policy({ apps: "includeApplications: [Azure managment]" }), "PKT5428"],
  ])("%s that do not exist are told once, with what was meant", (_, text, code) => {
    const read = readDocuments(sourceText("all.yaml", [tenant(), text, GROUP, HQ].join("---\n")));
    const [found] = read.value.filter(({ kind }) => kind === "Tenant");
    if (found?.kind !== "Tenant") throw new Error("the texts have a tenant");
    const context = { now: "2026-01-15T12:00:00Z", purpose: "check", beside: () => undefined } as const;
    const { diagnostics } = compileTenant(found, read.value, context);
    expect(diagnostics.map((each) => [each.code, each.help?.startsWith("did you mean")])).toEqual([[code, true]]);
  });
});

describe("what is in the tenant already", () => {
  test("is named by id or looked up by name, and nothing is made", () => {
    const existing = [
      `kind: Group\nkey: staff\ndisplayName: sg-staff\nexisting: true\nid: ${ONE}\n`,
      "kind: Group\nkey: guests\ndisplayName: sg-guests\nexisting: true\n",
      "kind: NamedLocation\nkey: network\ndisplayName: N\n'@odata.type': '#microsoft.graph.compliantNetworkNamedLocation'\n",
    ];
    const text = policy({
      users: "includeGroups: [staff, guests], excludeGroups: [break-glass]",
      more: "  locations: { includeLocations: [All], excludeLocations: [network] }",
    });
    const { plan, codes } = compile([tenant(), text, ...existing]);
    expect(codes).toEqual([]);
    expect(plan?.resources.map(({ name }) => name)).toEqual(["p"]);
    const conditions = inputsOf(plan, "p")?.conditions as Record<string, Record<string, unknown>>;
    const lookup = {
      type: "azuread:index/getGroup:getGroup",
      args: { displayName: "sg-guests", securityEnabled: true },
      path: "objectId",
    };
    expect(conditions.users?.includedGroups).toEqual([ONE, { "picket:lookup": lookup }]);
    expect(conditions.locations?.excludedLocations).toEqual(["3d46dbda-8382-466a-856d-eb00cbc6b910"]);
  });

  test("a tenant has its own group, ranges and countries", () => {
    const benelux = "kind: NamedLocation\nkey: benelux\ndisplayName: B\ncountriesAndRegions: [BE, NL, LU]\n";
    const overrides = `overrides: { quarantine: { id: ${ONE} }, hq: { ranges: [192.0.2.7] }, benelux: { countries: [NL] } }`;
    const text = policy({
      users: "includeGroups: [quarantine], excludeGroups: [break-glass]",
      more: "  locations: { includeLocations: [hq, benelux] }",
      control: "block",
    });
    const { plan, codes } = compile([tenant(overrides), text, GROUP, HQ, benelux]);
    expect(codes).toEqual([]);
    expect(plan?.resources.map(({ name }) => name)).toEqual(["benelux", "hq", "p"]);
    const conditions = inputsOf(plan, "p")?.conditions as Record<string, Record<string, unknown>>;
    expect(conditions.users?.includedGroups).toEqual([ONE]);
    expect(inputsOf(plan, "hq")?.ip).toEqual({ ipRanges: ["192.0.2.7/32"], trusted: true });
    expect(inputsOf(plan, "benelux")?.country).toMatchObject({ countriesAndRegions: ["NL"] });
  });

  test("adopted objects are imported under the provider's ids", () => {
    const adopt = `adopt: { p: ${ONE}, hq: ${ONE}, quarantine: ${ONE}, keys: ${ONE} }`;
    const { plan } = compile([tenant(adopt), policy(), GROUP, HQ, KEYS]);
    expect(Object.fromEntries((plan?.resources ?? []).map(({ name, options }) => [name, options.import]))).toEqual({
      p: `/identity/conditionalAccess/policies/${ONE}`,
      hq: `/identity/conditionalAccess/namedLocations/${ONE}`,
      quarantine: `/groups/${ONE}`,
      keys: `/policies/authenticationStrengthPolicies/${ONE}`,
    });
  });

  test("a group of a pack that the tenant does not take is looked up by its name", () => {
    const text = policy({ users: "includeUsers: [All], excludeGroups: [break-glass, quarantine]" });
    const { plan, codes } = compile([tenant("packs: [core]"), text, `${GROUP}pack: identity\n`]);
    expect(codes).toEqual([]);
    const conditions = inputsOf(plan, "p")?.conditions as Record<string, Record<string, unknown>>;
    expect(JSON.stringify(conditions.users?.excludedGroups)).toContain("sg-quarantine");
  });
});

describe("the emergency accounts", () => {
  const blocks = (users: string, lines = "") => policy({ key: "p", users, control: "block", lines });

  test("a policy that blocks them does not compile, and the message shows a sign-in", () => {
    const { plan, told } = compile([tenant(), blocks("includeUsers: [All]", "").replace("[all]", "[other]")]);
    expect(plan).toBe(undefined);
    expect(told).toEqual([
      "PKT5415 the emergency accounts can be locked out as deployed: a user in `break-glass` signs in to some application, with another legacy client",
    ]);
  });

  test("nor one that would block them once it is promoted", () => {
    const text = blocks("includeUsers: [All]")
      .replace("[all]", "[other]")
      .replace("state: enabled", "state: enabledForReportingButNotEnforced");
    const { plan, told } = compile([tenant(), text]);
    expect([plan, told[0]?.slice(0, 62)]).toEqual([
      undefined,
      "PKT5415 the emergency accounts can be locked out once promoted",
    ]);
  });

  test("one that is disabled, or asks for what can be done, is no lock-out", () => {
    const off = blocks("includeUsers: [All]").replace("[all]", "[other]").replace("state: enabled", "state: disabled");
    expect(compile([tenant(), off]).codes).toEqual([]);
    expect(compile([tenant(), policy({ users: "includeUsers: [All]" })]).codes).toEqual([]);
  });

  test("two demands that can't be met together shut out as a block does", () => {
    const one = policy({ key: "one", users: "includeUsers: [All]", control: "domainJoinedDevice" });
    const two = policy({ key: "two", users: "includeUsers: [All]", control: "approvedApplication" });
    expect(compile([tenant(), one]).codes).toEqual([]);
    const both = compile([tenant(), one, two]);
    expect([both.plan, both.codes.includes("PKT5415")]).toEqual([undefined, true]);
  });

  test("what else they are in decides, where it is said", () => {
    const text = [blocks("includeGroups: [quarantine]"), GROUP];
    expect(compile([tenant(), ...text]).codes).toEqual(["PKT5415"]);
    const known = `breakGlass: { group: ${GLASS}, alsoIn: [Global Administrator] }`;
    expect(compile([tenant("", known), ...text]).codes).toEqual([]);
    const roles = [blocks("includeRoles: [Global Administrator]")];
    expect(compile([tenant("", known), ...roles]).codes).toEqual(["PKT5415"]);
  });

  const exported = (users: object, id = "9a000000-0000-4000-8000-000000000001") => ({
    id,
    displayName: "Policy of before",
    state: "enabled",
    conditions: { clientAppTypes: ["all"], applications: { includeApplications: ["All"] }, users },
    grantControls: { operator: "OR", builtInControls: ["block"] },
  });
  const withBaseline = (policies: readonly object[], lines = "") => ({
    texts: [tenant(`access: { baseline: export.json }\n${lines}`), policy()],
    files: { "export.json": JSON.stringify({ value: policies }) },
  });

  test("a lock-out by the baseline alone is a warning", () => {
    const { texts, files } = withBaseline([exported({ includeUsers: ["All"], excludeUsers: [ONE] })]);
    const { plan, codes, told } = compile(texts, { files });
    expect([plan !== undefined, codes]).toEqual([true, ["PKT5416"]]);
    expect(told[0]).toContain("`Policy of before`");
  });

  test("the verdict says over which policies it holds", () => {
    const harmless = exported({ includeUsers: [ONE] });
    const { texts, files } = withBaseline([harmless]);
    const known = `breakGlass: { group: ${GLASS}, users: [b9000000-0000-4000-8000-000000000001] }`;
    const named = texts.map((text) => text.replace(/breakGlass:.*/, known));
    const verdictOf = (lines: readonly string[]) => compile(lines, { files }).told;
    expect(verdictOf(named)).toEqual([
      "PKT5418 the emergency accounts are never locked out, as deployed and once promoted: proved over 1 policy of this Plan and 1 of the baseline, which may not be all",
    ]);
    expect(verdictOf(named.map((text) => text.replace("export.json", "export.json, complete: true")))).toEqual([
      "PKT5418 the emergency accounts are never locked out, as deployed and once promoted: proved over 1 policy of this Plan and 1 of the baseline, which is complete",
    ]);
  });

  test("what the export has of an adopted policy is ours, and counts once", () => {
    const own = exported({ includeUsers: ["All"] });
    const { texts, files } = withBaseline([own], `adopt: { p: ${own.id} }`);
    expect(compile(texts, { files }).codes).toEqual([]);
  });

  test("a location that a policy of the baseline names is known from the export", () => {
    const place = "10ca0000-0000-4000-8000-000000000001";
    const from = exported({ includeUsers: ["All"], excludeGroups: [GLASS] });
    const located = { ...from, conditions: { ...from.conditions, locations: { includeLocations: [place] } } };
    const text = (parts: object) => ({ "export.json": JSON.stringify({ policies: [located], ...parts }) });
    const { texts } = withBaseline([]);
    const namedLocations = [{ id: place, displayName: "there", ipRanges: [{ cidrAddress: "192.0.2.0/24" }] }];
    expect(compile(texts, { files: text({ namedLocations: { value: namedLocations } }) }).codes).toEqual([]);
    expect(compile(texts, { files: text({}) }).codes).toEqual(["PKT5420"]);
  });
});

test("a tenant's access is its policies as deployed and as promoted, ours by key", () => {
  const read = readDocuments(
    sourceText("all.yaml", [tenant().replace("enforce", "observe"), policy(), GROUP].join("---\n")),
  );
  const [found] = read.value.filter(({ kind }) => kind === "Tenant");
  if (found?.kind !== "Tenant") throw new Error("the texts have a tenant");
  const { value } = accessInTenant(found, read.value, {
    now: "2026-01-15T12:00:00Z",
    purpose: "check",
    beside: () => undefined,
  });
  expect(value?.deployed.map(({ id, state }) => [id, state])).toEqual([["p", "enabledForReportingButNotEnforced"]]);
  expect(value?.promoted.map(({ id, state }) => [id, state])).toEqual([["p", "enabled"]]);
  expect(value?.directory).toMatchObject({ asOf: "2026-01-15", breakGlass: [], breakGlassGroup: GLASS });
});
