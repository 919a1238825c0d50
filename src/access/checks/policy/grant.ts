/** Grant controls that do not go together, lock everybody out, or can't be met. */

import { APPROVED_APP_RETIREMENT } from "../../../azure";
import { finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import { configuredConditions, controlPointer, entryPointer, type PolicyCheck, type PolicyFacts } from "./facts";

const page =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant, read 2026-11-23";
const graph = "https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols, read 2026-11-23";
const STRENGTH = { id: "00000000-0000-0000-0000-000000000004" };

const asking = (grantControls: object, conditions: object = {}) => policyExample({ grantControls, conditions });

const mfaOrStrength: PolicyCheck = {
  code: "PKT3057",
  severity: "error",
  title: "MFA beside an authentication strength",
  why: "A strength is a form of multifactor authentication; Graph refuses both in one policy.",
  source: graph,
  avoid: () => asking({ operator: "AND", builtInControls: ["mfa"], authenticationStrength: STRENGTH }),
  prefer: () => asking({ operator: "AND", builtInControls: [], authenticationStrength: STRENGTH }),
  nearMiss: () => asking({ operator: "AND", builtInControls: ["compliantDevice"], authenticationStrength: STRENGTH }),
  *run({ controls, hasStrength }) {
    if (!hasStrength || !controls.includes("mfa")) return;
    const message = "`mfa` and an authentication strength exclude each other";
    yield finding(mfaOrStrength, { message, pointer: "/grantControls/authenticationStrength" });
  },
};

const blockAlone: PolicyCheck = {
  code: "PKT3058",
  severity: "error",
  title: "block beside another control",
  why: "A block is final, so another control beside it has no meaning; Graph refuses it (error 1032 InvalidControls).",
  source: graph,
  avoid: () => asking({ operator: "OR", builtInControls: ["block", "mfa"] }),
  prefer: () => asking({ operator: "OR", builtInControls: ["block"] }),
  nearMiss: () =>
    asking({
      operator: "OR",
      builtInControls: ["block"],
      termsOfUse: [],
      customAuthenticationFactors: [],
      authenticationStrength: null,
    }),
  *run(facts) {
    if (!facts.controls.includes("block") || facts.controlCount === 1) return;
    const message = "`block` stands alone (error 1032 InvalidControls)";
    yield finding(blockAlone, { message, pointer: controlPointer(facts, "block") });
  },
};

const blockEverybody: PolicyCheck = {
  code: "PKT3059",
  severity: "error",
  title: "everybody is blocked from everything",
  why: "A block of all users from all resources without any exclusion or condition locks the tenant, its administrators included; the service refuses it (policy configuration not supported).",
  source: "https://github.com/MicrosoftDocs/entra-docs/issues/841, read 2026-11-23",
  avoid: () => asking({ operator: "OR", builtInControls: ["block"] }, { users: { includeUsers: ["All"] } }),
  prefer: () => asking({ operator: "OR", builtInControls: ["block"] }),
  nearMiss: () =>
    asking(
      { operator: "OR", builtInControls: ["block"] },
      { users: { includeUsers: ["All"] }, clientAppTypes: ["exchangeActiveSync", "other"] },
    ),
  *run(facts) {
    const { controls, isForAllUsers, isForAllResources, applications, policy } = facts;
    if (!controls.includes("block") || !isForAllUsers || !isForAllResources) return;
    const exceptions = idsOf(applications.excludeApplications).length > 0 || Boolean(applications.applicationFilter);
    if (exceptions || excludesSomebody(facts) || configuredConditions(facts).length > 0) return;
    const severity = policy.state === "disabled" ? "warning" : "error";
    const message = "the policy blocks all users from all resources, without an exclusion";
    const help = "exclude the group of the emergency access accounts";
    yield finding({ ...blockEverybody, severity }, { message, pointer: "/conditions/users", help });
  },
};

function excludesSomebody({ users }: PolicyFacts): boolean {
  const lists = [users.excludeUsers, users.excludeGroups, users.excludeRoles];
  return lists.some((list) => idsOf(list).length > 0) || Boolean(users.excludeGuestsOrExternalUsers);
}

const appOnDesktop: PolicyCheck = {
  code: "PKT3060",
  severity: "error",
  title: "approved apps on macOS or Linux",
  why: "Approved apps and app protection do not exist for macOS and Linux. Selecting these platforms is not supported where they are the only controls or where all selected controls are required.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions#device-platforms, read 2026-11-23",
  avoid: () =>
    asking(
      { operator: "OR", builtInControls: ["compliantApplication"] },
      { platforms: { includePlatforms: ["iOS", "macOS"] } },
    ),
  prefer: () =>
    asking(
      { operator: "OR", builtInControls: ["compliantApplication"] },
      { platforms: { includePlatforms: ["iOS", "android"] } },
    ),
  nearMiss: () =>
    asking(
      { operator: "OR", builtInControls: ["compliantApplication", "mfa"] },
      { platforms: { includePlatforms: ["macOS"] } },
    ),
  *run({ conditions, controls, controlCount, grant }) {
    const named = (conditions.platforms?.includePlatforms ?? []).filter((name) => name === "macOS" || name === "linux");
    const apps = controls.filter((name) => name === "approvedApplication" || name === "compliantApplication");
    if (named.length === 0 || apps.length === 0) return;
    if (apps.length < controlCount && grant.operator !== "AND") return;
    const message = `\`${apps.join("` and `")}\` can't be required on \`${named.join("` and `")}\``;
    const pointer = "/conditions/platforms/includePlatforms";
    yield finding(appOnDesktop, {
      message,
      pointer: entryPointer(pointer, conditions.platforms?.includePlatforms, named),
    });
  },
};

const retiringApp: PolicyCheck = {
  code: "PKT3061",
  severity: "warning",
  title: "a control that retires",
  why: `From ${APPROVED_APP_RETIREMENT} on, "require approved client app" counts as not selected: a policy with only this control then asks for nothing. Beside \`compliantApplication\`, joined by OR, it does no harm.`,
  source: "https://learn.microsoft.com/entra/identity/conditional-access/migrate-approved-client-app, read 2026-11-26",
  avoid: () => asking({ operator: "OR", builtInControls: ["approvedApplication"] }),
  prefer: () => asking({ operator: "OR", builtInControls: ["compliantApplication"] }),
  nearMiss: () => asking({ operator: "OR", builtInControls: ["approvedApplication", "compliantApplication"] }),
  *run(facts) {
    const { controls, grant } = facts;
    if (!controls.includes("approvedApplication")) return;
    // What the page asks for until the control is gone: an alternative that then remains.
    if (controls.includes("compliantApplication") && grant.operator === "OR") return;
    const message = `\`approvedApplication\` counts as not selected from ${APPROVED_APP_RETIREMENT} on`;
    const help = "`compliantApplication` takes its place";
    yield finding(retiringApp, { message, pointer: controlPointer(facts, "approvedApplication"), help });
  },
};

const NOT_FOR_GUESTS = ["approvedApplication", "compliantApplication", "passwordChange", "riskRemediation"] as const;

const impossibleForGuests: PolicyCheck = {
  code: "PKT3062",
  severity: "warning",
  title: "guests are asked for what they can't do",
  why: "External users can't meet approved app, app protection, password change or risk remediation in a resource tenant. A policy for guests that requires one keeps them out.",
  source: "https://learn.microsoft.com/entra/external-id/authentication-conditional-access, read 2026-11-23",
  avoid: () =>
    asking(
      { operator: "OR", builtInControls: ["compliantApplication"] },
      { users: { includeUsers: ["GuestsOrExternalUsers"] } },
    ),
  prefer: () =>
    asking({ operator: "OR", builtInControls: ["mfa"] }, { users: { includeUsers: ["GuestsOrExternalUsers"] } }),
  nearMiss: () =>
    asking(
      { operator: "OR", builtInControls: ["compliantApplication", "mfa"] },
      { users: { includeUsers: ["GuestsOrExternalUsers"] } },
    ),
  *run(facts) {
    const { users, guestTypes, controls, controlCount, grant } = facts;
    const isForGuests =
      idsOf(users.includeUsers).includes("guestsorexternalusers") ||
      guestTypes.some((type) => type !== "internalGuest");
    const impossible = controls.filter((control) => NOT_FOR_GUESTS.some((name) => name === control));
    if (!isForGuests || impossible.length === 0) return;
    if (impossible.length < controlCount && grant.operator !== "AND") return;
    const message = `external users can't meet \`${impossible.join("` and `")}\`: the policy keeps them out`;
    yield finding(impossibleForGuests, { message, pointer: controlPointer(facts, ...impossible) });
  },
};

const DEVICE_CONTROLS = ["compliantDevice", "domainJoinedDevice"] as const;

const deviceCode: PolicyCheck = {
  code: "PKT3063",
  severity: "warning",
  title: "a device is asked of device code flow",
  why: "In device code flow the device that authenticates is not the one that gets the token, so no device state is passed and the control can never be met.",
  source: page,
  avoid: () =>
    asking(
      { operator: "OR", builtInControls: ["compliantDevice"] },
      { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    ),
  prefer: () =>
    asking(
      { operator: "OR", builtInControls: ["block"] },
      { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    ),
  nearMiss: () =>
    asking(
      { operator: "OR", builtInControls: ["compliantDevice", "mfa"] },
      { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
    ),
  *run(facts) {
    const { conditions, controls, controlCount, grant } = facts;
    const methods = (conditions.authenticationFlows?.transferMethods ?? "").split(",");
    const asked = controls.filter((control) => DEVICE_CONTROLS.some((name) => name === control));
    if (!methods.includes("deviceCodeFlow") || asked.length === 0) return;
    if (asked.length < controlCount && grant.operator !== "AND") return;
    const message = `\`${asked.join("` or `")}\` can't be met in device code flow`;
    yield finding(deviceCode, { message, pointer: controlPointer(facts, ...asked), help: "`block` says it plainly" });
  },
};

export const grantChecks = [
  mfaOrStrength,
  blockAlone,
  blockEverybody,
  appOnDesktop,
  retiringApp,
  impossibleForGuests,
  deviceCode,
];
