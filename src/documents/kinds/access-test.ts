/** Sign-ins and claims that show what a tenant's policies do. */

import type { Static } from "typebox";
import { anything, bool, either, list, map, mapOf, oneOf, optional, text, texts } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "Sign-ins and claims about a tenant's policies: ours and those of its baseline.";

const GUEST_TYPES = [
  "internalGuest",
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "otherExternalUser",
  "serviceProvider",
] as const;

const person = map(
  {
    upn: optional(text("Name for sign-in: what failures call the person.")),
    id: optional(text("Object id, where a policy names it.")),
    groups: optional(texts("Keys or ids of groups, beside `break-glass`.")),
    roles: optional(texts("Names or template ids of roles.")),
    guest: optional(oneOf(GUEST_TYPES, "What kind of guest; absent: a member.")),
    homeTenant: optional(text("Id of a guest's tenant.", { format: "guid" })),
    servicePrincipal: optional(bool("Whether it is a service principal of this tenant (default false).")),
  },
  "Somebody who signs in.",
);

const RISKS = ["none", "low", "medium", "high"] as const;

const situation = map(
  {
    clientAppType: optional(
      oneOf(
        ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"],
        "Client (default browser); `other` is every other legacy client.",
      ),
    ),
    devicePlatform: optional(
      oneOf(
        ["windows", "macOS", "linux", "iOS", "android", "windowsPhone", "unrecognised"],
        "Platform (default windows).",
      ),
    ),
    device: optional(
      mapOf(anything("A value."), "Attributes of a registered device under their filter names; absent: unregistered."),
    ),
    ipAddress: optional(text("Address (default: one in no named location).", { format: "cidr" })),
    country: optional(text("Country of the address, as two letters (default: unknown).")),
    gpsCountry: optional(text("Country that Authenticator tells, as two letters.")),
    compliantNetwork: optional(bool("Whether it comes through the compliant network (default false).")),
    signInRisk: optional(oneOf(RISKS, "Risk of the sign-in (default none).")),
    userRisk: optional(oneOf(RISKS, "Risk of the user (default none).")),
    insiderRisk: optional(oneOf(["none", "minor", "moderate", "elevated"], "Insider risk (default none).")),
    servicePrincipalRisk: optional(oneOf(RISKS, "Risk of a service principal (default none).")),
    authenticationFlow: optional(
      oneOf(["none", "deviceCodeFlow", "authenticationTransfer"], "Authentication flow (default none)."),
    ),
    originalTransferMethod: optional(
      oneOf(["none", "deviceCodeFlow", "authenticationTransfer"], "The flow with which the session began."),
    ),
    scopes: optional(texts("Scopes that are asked for.")),
    satisfied: optional(texts("Controls that the session has met.")),
  },
  "How the person signs in; what is not said is as usual.",
);

const requires = map(
  { requires: list(texts("Alternatives."), "Demands: all of them, each met by any of its controls.") },
  "What is asked.",
);
const outcome = (of: string) =>
  either(
    [oneOf(["blocked", "granted"], "The outcome."), requires],
    "blocked, granted or { requires: [[controls]] }",
    `What ${of}.`,
  );

const signIn = map(
  {
    name: text("What it shows, as a phrase.", { minLength: 1 }),
    who: text("A name from `people`, or break-glass.", { minLength: 1 }),
    to: text(
      "An application's name or id, Office365 or MicrosoftAdminPortals (each of their applications), registerSecurityInformation, registerOrJoinDevices, or an authentication context such as c1.",
      { minLength: 1 },
    ),
    with: optional(situation),
    expect: optional(outcome("happens in practice")),
    says: optional(outcome("the policies say, whatever can be met")),
    promoted: optional(bool("Whether every policy of ours counts as enabled (default false).")),
  },
  "A sign-in and what becomes of it.",
);

const subjects = either(
  [
    oneOf(["all users", "members", "guests", "all users but break-glass", "break-glass"], "Whom it is about."),
    map(
      {
        group: optional(text("Key or id of a group.")),
        role: optional(text("Name or template id of a role.")),
        user: optional(text("Object id of a user.")),
      },
      "Members of a group, holders of a role, or one user.",
    ),
  ],
  "all users, members, guests, all users but break-glass, break-glass, { group }, { role } or { user }",
  "Whom it is about.",
);

const claim = map(
  {
    neverBlocked: optional(subjects),
    mfaAlways: optional(subjects),
    noMfaPath: optional(subjects),
    legacyAlwaysBlocked: optional(subjects),
    everySignInHas: optional(text("A session control, such as signInFrequency.")),
    of: optional(subjects),
    permanentlyBlocked: optional(subjects),
    redundant: optional(texts("Keys of the policies that have no effect.")),
    neverDecisive: optional(texts("Keys of the policies that are never decisive.")),
    neverApplies: optional(texts("Keys of the policies that apply to no sign-in.")),
  },
  "One claim about all sign-ins.",
);

const shape = documentShape(
  "AccessTest",
  {
    tenant: text("Key of the tenant.", { format: "slug" }),
    people: optional(mapOf(person, "Who signs in, by a name of the test's own.")),
    signIns: optional(list(signIn, "Sign-ins, each with its outcome.")),
    always: optional(list(claim, "What holds for all sign-ins, at the stage of the test and once promoted.")),
    never: optional(list(claim, "What does not hold.")),
  },
  description,
);

export type AccessTestBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("access.test.yaml"),
  text: ({ tenant }) => `kind: AccessTest
tenant: ${tenant}
people:
  nina: { upn: nina@contoso.example }
signIns:
  - name: says what it shows
    who: nina
    to: Exchange Online
    with: { clientAppType: other }
    expect: blocked
always:
  - neverBlocked: break-glass
`,
};

export const accessTest = {
  kind: "AccessTest",
  description,
  shape,
  identity: "none",
  foreignKeys: "refuse",
  scaffold,
} as const satisfies KindDefinition;
