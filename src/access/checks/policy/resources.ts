/** What a policy is about: applications, user actions or authentication contexts, one kind only. */

import { APP_IDS, APPS_PER_POLICY_MAX } from "../../../azure";
import { didYouMean, finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import { configuredConditions, entryPointer, type PolicyCheck } from "./facts";

const page =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps, read 2026-11-23";

const ACTIONS = ["urn:user:registersecurityinfo", "urn:user:registerdevice"];
const about = (applications: object, others: object = {}) => policyExample({ conditions: { applications }, ...others });

const oneKind: PolicyCheck = {
  code: "PKT3048",
  severity: "error",
  title: "resources of several kinds, or of none",
  why: "A policy targets applications, user actions or authentication contexts: exactly one of the three.",
  source: page,
  avoid: () => about({ includeApplications: ["All"], includeUserActions: ["urn:user:registersecurityinfo"] }),
  prefer: () => about({ includeUserActions: ["urn:user:registersecurityinfo"] }),
  nearMiss: () =>
    about({
      includeApplications: [APP_IDS.exchangeOnline],
      applicationFilter: { mode: "include", rule: 'CustomSecurityAttribute.Engineering_Tier -eq "0"' },
      includeUserActions: [],
    }),
  *run({ applications }) {
    const { applicationFilter, networkAccess, globalSecureAccess } = applications;
    const kinds = [
      idsOf(applications.includeApplications).length > 0 || Boolean(applicationFilter),
      idsOf(applications.includeUserActions).length > 0,
      idsOf(applications.includeAuthenticationContextClassReferences).length > 0,
      Boolean(networkAccess ?? globalSecureAccess),
    ].filter(Boolean).length;
    if (kinds === 1) return;
    const message =
      kinds === 0
        ? "a policy targets applications, a user action or an authentication context"
        : "applications, user actions and authentication contexts exclude each other";
    yield finding(oneKind, { message, pointer: "/conditions/applications" });
  },
};

const noResource: PolicyCheck = {
  code: "PKT3049",
  severity: "warning",
  title: "a policy about nothing",
  why: "The resource `None` is accepted and matches no sign-in, so the policy enforces nothing.",
  source: page,
  avoid: () => about({ includeApplications: ["None"] }),
  prefer: () => about({ includeApplications: ["Office365"] }),
  nearMiss: () =>
    about({
      includeApplications: ["None"],
      applicationFilter: { mode: "include", rule: 'CustomSecurityAttribute.Engineering_Tier -eq "0"' },
    }),
  *run({ applications }) {
    const ids = idsOf(applications.includeApplications);
    if (!ids.includes("none") || ids.length > 1 || applications.applicationFilter) return;
    const pointer = entryPointer("/conditions/applications/includeApplications", applications.includeApplications, [
      "None",
    ]);
    yield finding(noResource, {
      message: "the resource `None` matches no sign-in: the policy enforces nothing",
      pointer,
    });
  },
};

const userAction: PolicyCheck = {
  code: "PKT3050",
  severity: "error",
  title: "an unknown user action",
  why: "There are two user actions: registering security information and registering or joining a device. Graph names them by urns of its own.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccessapplications, read 2026-11-23",
  avoid: () => about({ includeUserActions: ["urn:user:registersecurityinformation"] }),
  prefer: () => about({ includeUserActions: ["urn:user:registersecurityinfo"] }),
  nearMiss: () => about({ includeUserActions: ["urn:user:registerdevice"] }),
  *run({ applications }) {
    for (const [index, urn] of (applications.includeUserActions ?? []).entries()) {
      if (ACTIONS.includes(urn.toLowerCase())) continue;
      const pointer = `/conditions/applications/includeUserActions/${index}`;
      const help = didYouMean(urn, ACTIONS) ?? `one of ${ACTIONS.join(", ")}`;
      yield finding(userAction, { message: `\`${urn}\` is not a user action`, pointer, help });
    }
  },
};

const context: PolicyCheck = {
  code: "PKT3051",
  severity: "error",
  title: "not an authentication context",
  why: "Authentication contexts have the ids c1 to c99.",
  source: "https://learn.microsoft.com/graph/api/resources/authenticationcontextclassreference, read 2026-11-23",
  avoid: () => about({ includeAuthenticationContextClassReferences: ["c100"] }),
  prefer: () => about({ includeAuthenticationContextClassReferences: ["c1"] }),
  nearMiss: () => about({ includeAuthenticationContextClassReferences: ["c99"] }),
  *run({ applications }) {
    for (const [index, id] of (applications.includeAuthenticationContextClassReferences ?? []).entries()) {
      if (/^c[1-9]\d?$/i.test(id)) continue;
      const pointer = `/conditions/applications/includeAuthenticationContextClassReferences/${index}`;
      yield finding(context, {
        message: `\`${id}\` is not the id of an authentication context`,
        pointer,
        help: "c1 to c99",
      });
    }
  },
};

const tooManyApps: PolicyCheck = {
  code: "PKT3052",
  severity: "error",
  title: "too many applications",
  why: `A policy names at most ${APPS_PER_POLICY_MAX} applications; custom security attributes and an application filter have no such limit.`,
  source: page,
  avoid: () => about({ includeApplications: manyApps(APPS_PER_POLICY_MAX + 1) }),
  prefer: () => about({ includeApplications: manyApps(2) }),
  nearMiss: () => about({ includeApplications: manyApps(APPS_PER_POLICY_MAX) }),
  *run({ applications }) {
    for (const key of ["includeApplications", "excludeApplications"] as const) {
      const count = (applications[key] ?? []).length;
      if (count <= APPS_PER_POLICY_MAX) continue;
      const message = `${count} applications are named, at most ${APPS_PER_POLICY_MAX} are taken`;
      yield finding(tooManyApps, { message, pointer: `/conditions/applications/${key}` });
    }
  },
};

function manyApps(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`);
}

const microsoftGraph: PolicyCheck = {
  code: "PKT3053",
  severity: "warning",
  title: "Microsoft Graph as a resource",
  why: "Microsoft Graph is an umbrella and can't be targeted by itself: the resource behind a request counts. Target the service, or all resources.",
  source: page,
  avoid: () => about({ includeApplications: [APP_IDS.microsoftGraph] }),
  prefer: () => about({ includeApplications: ["All"] }),
  nearMiss: () => about({ includeApplications: [APP_IDS.windowsAzureActiveDirectory] }),
  *run({ applications }) {
    for (const key of ["includeApplications", "excludeApplications"] as const) {
      if (!idsOf(applications[key]).includes(APP_IDS.microsoftGraph)) continue;
      const message = "Microsoft Graph can't be targeted: the resource behind a request counts";
      const pointer = entryPointer(`/conditions/applications/${key}`, applications[key], [APP_IDS.microsoftGraph]);
      yield finding(microsoftGraph, { message, pointer });
    }
  },
};

const registerDevice = (others: object = {}, conditions: object = {}) =>
  policyExample({
    ...others,
    conditions: { applications: { includeUserActions: ["urn:user:registerdevice"] }, ...conditions },
  });

const deviceControls: PolicyCheck = {
  code: "PKT3054",
  severity: "error",
  title: "registering a device asks for something it can't have",
  why: "For the action of registering or joining a device only multifactor authentication or an authentication strength can be asked.",
  source: page,
  avoid: () => registerDevice({ grantControls: { operator: "OR", builtInControls: ["compliantDevice"] } }),
  prefer: () => registerDevice(),
  nearMiss: () =>
    registerDevice({
      grantControls: {
        operator: "OR",
        builtInControls: [],
        authenticationStrength: { id: "00000000-0000-0000-0000-000000000002" },
      },
    }),
  *run({ applications, controls, controlCount, hasStrength, session }) {
    if (!idsOf(applications.includeUserActions).includes("urn:user:registerdevice")) return;
    const allowed = controls.filter((control) => control === "mfa").length + (hasStrength ? 1 : 0);
    const message = "registering or joining a device can only ask for `mfa` or an authentication strength";
    if (controlCount > allowed) yield finding(deviceControls, { message, pointer: "/grantControls" });
    else if (session.length > 0) yield finding(deviceControls, { message, pointer: "/sessionControls" });
  },
};

const NOT_FOR_DEVICES: ReadonlySet<string> = new Set(["clientAppTypes", "devices", "deviceStates"]);

const deviceConditions: PolicyCheck = {
  code: "PKT3055",
  severity: "error",
  title: "registering a device under a condition that does not exist yet",
  why: "Client apps, filters for devices and device states are not available for the action of registering or joining a device.",
  source: page,
  avoid: () => registerDevice({}, { clientAppTypes: ["browser"] }),
  prefer: () => registerDevice({}, { clientAppTypes: ["all"] }),
  nearMiss: () => registerDevice({}, { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } }),
  *run(facts) {
    if (!idsOf(facts.applications.includeUserActions).includes("urn:user:registerdevice")) return;
    for (const name of configuredConditions(facts).filter((each) => NOT_FOR_DEVICES.has(each)))
      yield finding(deviceConditions, {
        message: `registering or joining a device has no condition \`${name}\``,
        pointer: `/conditions/${name}`,
      });
  },
};

const reportOnlyAction: PolicyCheck = {
  code: "PKT3056",
  severity: "warning",
  title: "a user action in report-only mode",
  why: "Policies for user actions are not evaluated in report-only mode, so the log shows nothing to judge them by.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only, read 2026-11-23",
  avoid: () => registerDevice({ state: "enabledForReportingButNotEnforced" }),
  prefer: () => registerDevice(),
  nearMiss: () => registerDevice({ state: "disabled" }),
  *run({ policy, applications }) {
    if (policy.state !== "enabledForReportingButNotEnforced" || idsOf(applications.includeUserActions).length === 0)
      return;
    const message = "a policy for a user action is not evaluated in report-only mode";
    yield finding(reportOnlyAction, { message, pointer: "/state" });
  },
};

export const resourceChecks = [
  oneKind,
  noResource,
  userAction,
  context,
  tooManyApps,
  microsoftGraph,
  deviceControls,
  deviceConditions,
  reportOnlyAction,
];
