/** Playbooks under law. */

import { join } from "node:path";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { readProject } from "../../src/repository";
import type { Subject } from "./playbook-worlds";

const LOCATION = "44444444-4444-4444-8444-444444444444";

/** All steps of the library that change something, and playbooks of some of them. */
export const EVERYTHING = `key: bad-address
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
---
kind: Watchlist
key: watched
alias: Watched
searchKey: UserId
columns: [UserId, UserPrincipalName, Until, Incident]
managed: seed
rows: []
---
kind: Watchlist
key: egress
alias: Egress
searchKey: Range
columns: [Range, Owner]
rows: [["198.51.100.0/24", HQ]]
---
kind: Playbook
key: everything
on: incident
accounts: { of: [bad-address], max: 3 }
guard: { exempt: [service-accounts], privileged: ask }
approval: { by: [soc-leads@contoso.example], within: 4h }
accept: [UserAuthenticationMethod.ReadWrite.All, GroupMember.ReadWrite.All, User-PasswordProfile.ReadWrite.All, Policy.ReadWrite.ConditionalAccess, Microsoft Sentinel Contributor]
reason: all of the library at once
steps:
  - investigate-source
  - review-access
  - verify-with-manager
  - mark-compromised: { onFailure: continue }
  - disable-user
  - revoke-sessions: { onFailure: continue }
  - require-mfa: { group: quarantine }
  - reset-mfa: { ask: always }
  - reset-password
  - monitor-further: { watchlist: watched }
  - block-source: { location: ${LOCATION}, egress: egress }
  - add-task: Call the user
undo: true
---
kind: Playbook
key: addresses
on: incident
accounts: { of: [bad-address] }
accept: [Policy.ReadWrite.ConditionalAccess]
reason: the location is the one that sign-ins are blocked from
steps:
  - investigate-source
  - block-source: { location: ${LOCATION}, egress: egress }
  - add-task: Is it a customer's?
undo: true
---
kind: Playbook
key: both
on: incident
accounts: { of: [bad-address] }
guard: { exempt: [service-accounts] }
accept: [Policy.ReadWrite.ConditionalAccess]
reason: the location is the one that sign-ins are blocked from
steps:
  - block-source: { location: ${LOCATION}, egress: egress }
  - disable-user
undo: true
`;

export const everything: Subject = {
  documents: readDocuments(sourceText("everything.yaml", EVERYTHING)).value,
  playbook: "everything",
  groups: ["service-accounts", "quarantine"],
  exempt: "service-accounts",
  watchlist: "Watched",
  locations: { [LOCATION]: ["192.0.2.0/24"] },
};

/** The same documents, about addresses alone. */
export const addresses: Subject = { ...everything, playbook: "addresses" };

/** The same documents, one step of each kind. */
export const both: Subject = { ...everything, playbook: "both" };

const shippedDocuments = readProject(join(__dirname, "../..")).documents;

/** The shipped playbooks that change accounts. */
export const shipped: readonly Subject[] = [
  "disable-new-user",
  "reset-new-user-password",
  "step-up-new-user",
  "quarantine-new-user",
].map((playbook) => ({
  documents: shippedDocuments,
  playbook,
  groups: ["quarantine", "step-up"],
  watchlist: "WatchedUsers",
  locations: {},
}));
