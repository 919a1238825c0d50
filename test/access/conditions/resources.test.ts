/** What a policy is about. */

import { describe, expect, test } from "vitest";
import type { SignIn } from "../../../src/access/run";
import { ids, policy, signIn, verdict } from "../one-policy";

const GROUPS = { appGroups: { Office365: [ids.exchange, ids.teams], MicrosoftAdminPortals: [ids.payroll] } };
const at = (resource: SignIn["resource"]) => signIn({ resource });
const about = (applications: object) => policy({ applications });

const CASES: readonly (readonly [string, object, SignIn["resource"], string])[] = [
  ["all resources", { includeApplications: ["All"] }, { appId: ids.payroll }, "applies"],
  ["no resource", { includeApplications: ["None"] }, { appId: ids.payroll }, "application"],
  ["one resource", { includeApplications: [ids.payroll] }, { appId: ids.payroll }, "applies"],
  ["another resource", { includeApplications: [ids.payroll] }, { appId: ids.exchange }, "application"],
  [
    "all but one",
    { includeApplications: ["All"], excludeApplications: [ids.payroll] },
    { appId: ids.payroll },
    "application",
  ],
  [
    "all but another",
    { includeApplications: ["All"], excludeApplications: [ids.payroll] },
    { appId: ids.exchange },
    "applies",
  ],
  ["a member of Office 365", { includeApplications: ["Office365"] }, { appId: ids.teams }, "applies"],
  ["not a member of Office 365", { includeApplications: ["Office365"] }, { appId: ids.payroll }, "application"],
  [
    "all but Office 365",
    { includeApplications: ["All"], excludeApplications: ["Office365"] },
    { appId: ids.teams },
    "application",
  ],
  ["a portal", { includeApplications: ["MicrosoftAdminPortals"] }, { appId: ids.payroll }, "applies"],
  [
    "registering security information",
    { includeUserActions: ["urn:user:registersecurityinfo"] },
    { userAction: "registerSecurityInformation" },
    "applies",
  ],
  [
    "all resources take in registering security information",
    { includeApplications: ["All"] },
    { userAction: "registerSecurityInformation" },
    "applies",
  ],
  [
    "one resource does not",
    { includeApplications: [ids.payroll] },
    { userAction: "registerSecurityInformation" },
    "application",
  ],
  [
    "registering a device",
    { includeUserActions: ["urn:user:registerdevice"] },
    { userAction: "registerOrJoinDevices" },
    "applies",
  ],
  [
    "all resources do not take in registering a device",
    { includeApplications: ["All"] },
    { userAction: "registerOrJoinDevices" },
    "application",
  ],
  [
    "another user action",
    { includeUserActions: ["urn:user:registerdevice"] },
    { userAction: "registerSecurityInformation" },
    "userActions",
  ],
  [
    "a user action, a resource",
    { includeUserActions: ["urn:user:registerdevice"] },
    { appId: ids.payroll },
    "userActions",
  ],
  [
    "an authentication context",
    { includeAuthenticationContextClassReferences: ["c1", "c37"] },
    { authenticationContext: "c37" },
    "applies",
  ],
  [
    "another authentication context",
    { includeAuthenticationContextClassReferences: ["c1"] },
    { authenticationContext: "c2" },
    "authenticationContext",
  ],
  [
    "an authentication context, a resource",
    { includeAuthenticationContextClassReferences: ["c1"] },
    { appId: ids.payroll },
    "authenticationContext",
  ],
];

const BAKER = { customSecurityAttributes: { Engineering_Project: "Baker" } };
const filter = (mode: string, rule = 'CustomSecurityAttribute.Engineering_Project -eq "Baker"') => ({
  applicationFilter: { mode, rule },
});

const FILTER_CASES: readonly (readonly [string, object, SignIn["resource"], string])[] = [
  ["in the filter", filter("include"), { appId: ids.payroll, ...BAKER }, "applies"],
  [
    "in any case",
    filter("include"),
    { appId: ids.payroll, customSecurityAttributes: { Engineering: { Project: "bAKER" } } },
    "applies",
  ],
  ["not in the filter", filter("include"), { appId: ids.payroll }, "application"],
  [
    "listed beside the filter",
    { includeApplications: [ids.payroll], ...filter("include") },
    { appId: ids.payroll },
    "applies",
  ],
  [
    "in the filter but excluded",
    { excludeApplications: [ids.payroll], ...filter("include") },
    { appId: ids.payroll, ...BAKER },
    "application",
  ],
  [
    "excluded by the filter",
    { includeApplications: ["All"], ...filter("exclude") },
    { appId: ids.payroll, ...BAKER },
    "application",
  ],
  [
    "not excluded by the filter",
    { includeApplications: ["All"], ...filter("exclude") },
    { appId: ids.payroll },
    "applies",
  ],
];

describe("resources", () => {
  test.each(CASES)("%s", (_, applications, resource, expected) => {
    expect(verdict(about(applications), at(resource), GROUPS)).toBe(expected);
  });

  test.each(FILTER_CASES)("application filter: %s", (_, applications, resource, expected) => {
    expect(verdict(about(applications), at(resource), GROUPS)).toBe(expected);
  });

  test("a dependency counts where it is bound early", () => {
    const serviceDependencies = {
      [ids.teams]: [
        { appId: ids.sharePoint, binding: "early" as const },
        { appId: ids.payroll, binding: "late" as const },
      ],
    };
    const of = (appId: string) =>
      verdict(about({ includeApplications: [appId] }), at({ appId: ids.teams }), { serviceDependencies });
    expect([of(ids.teams), of(ids.sharePoint), of(ids.payroll)]).toEqual(["applies", "applies", "application"]);
    const allButTeams = about({ includeApplications: ["All"], excludeApplications: [ids.teams] });
    expect(verdict(allButTeams, at({ appId: ids.teams }), { serviceDependencies })).toBe("applies");
  });
});

describe("baseline scopes", () => {
  const client = "3eb00000-0000-4000-8000-000000000021";
  const excluding = about({ includeApplications: ["All"], excludeApplications: [client, ids.exchange] });
  const excludingDirectory = about({ includeApplications: ["All"], excludeApplications: [ids.directory] });
  const whole = about({ includeApplications: ["All"] });
  const request = (clientType: string, scopes: string[], appId: string = ids.directory, clientId = client) => ({
    appId,
    clientId,
    clientType,
    scopes,
  });

  /** Policy, request, verdict before the change of 2026 and after it. */
  const SCOPE_CASES: readonly (readonly [string, object, SignIn["resource"], string, string])[] = [
    [
      "a public client asks who the user is",
      excluding,
      request("public", ["openid", "profile"]),
      "application",
      "applies",
    ],
    [
      "a public client asks for the directory",
      excluding,
      request("public", ["User.Read", "People.Read"]),
      "application",
      "applies",
    ],
    [
      "scopes with their resource",
      excluding,
      request("public", ["https://graph.microsoft.com/User.Read"]),
      "application",
      "applies",
    ],
    [
      "a further scope",
      excluding,
      request("public", ["openid", "Mail.Read"], ids.exchange),
      "application",
      "application",
    ],
    [
      "a further scope of another resource",
      excluding,
      request("public", ["openid", "Files.Read"], ids.sharePoint),
      "applies",
      "applies",
    ],
    ["no exclusion", whole, request("public", ["openid"]), "applies", "applies"],
    [
      "an excluded confidential client asks for the directory",
      excluding,
      request("confidential", ["User.Read"]),
      "application",
      "applies",
    ],
    [
      "an excluded confidential client asks who the user is",
      excluding,
      request("confidential", ["openid"], client),
      "application",
      "application",
    ],
    [
      "another confidential client asks who the user is",
      excluding,
      request("confidential", ["openid"], ids.payroll, ids.payroll),
      "applies",
      "applies",
    ],
    [
      "the directory itself is excluded",
      excludingDirectory,
      request("public", ["openid"]),
      "application",
      "application",
    ],
  ];

  test.each(SCOPE_CASES)("%s", (_, one, resource, legacy, enforced) => {
    const under = (baselineScopeEnforcement: "legacy" | "enforced") =>
      verdict({ ...one }, at(resource), { baselineScopeEnforcement });
    expect([under("legacy"), under("enforced")]).toEqual([legacy, enforced]);
  });
});
