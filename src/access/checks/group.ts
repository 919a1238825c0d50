/** What Graph refuses in a group that policies are about, and what no policy can use. */

import { type CheckInfo, exampleJson } from "../../diagnostics";

const groupPage = "https://learn.microsoft.com/graph/api/group-post-groups, read 2026-11-25";

const group = (changes: object = {}) => exampleJson({ displayName: "sg-quarantine", ...changes });

const name: CheckInfo = {
  code: "PKT3115",
  severity: "error",
  title: "a group without a name",
  why: "Graph requires a display name.",
  source: groupPage,
  avoid: () => group({ displayName: " " }),
  prefer: () => group(),
  nearMiss: () => group({ displayName: "0" }),
};

const notSecurity: CheckInfo = {
  code: "PKT3116",
  severity: "error",
  title: "a group that is not a security group",
  why: "Picket makes security groups without mail: groups of people whom policies treat alike. A Microsoft 365 group carries a mailbox and a site, and whoever may add members to it would open or shut doors.",
  source: groupPage,
  avoid: () => group({ groupTypes: ["Unified"], mailEnabled: true }),
  prefer: () => group({ securityEnabled: true, mailEnabled: false }),
  nearMiss: () => group({ groupTypes: ["DynamicMembership"], membershipRule: 'user.department -eq "Sales"' }),
};

const dynamicRole: CheckInfo = {
  code: "PKT3117",
  severity: "error",
  title: "a group for roles whose members come from a rule",
  why: "A group that roles can be assigned to has assigned members; Graph refuses a membership rule on it.",
  source: "https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept, read 2026-11-25",
  avoid: () => group({ isAssignableToRole: true, membershipRule: 'user.department -eq "Sales"' }),
  prefer: () => group({ isAssignableToRole: true }),
  nearMiss: () => group({ isAssignableToRole: false, membershipRule: 'user.department -eq "Sales"' }),
};

export const groupChecks = { name, notSecurity, dynamicRole } as const;
