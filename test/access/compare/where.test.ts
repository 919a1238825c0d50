/** Where in a sign-in a change lies: each condition under the key that a sign-in has for it, and in words. */

import { expect, test } from "vitest";
import { askProof } from "../../../src/access/run";
import { ids, policy } from "../one-policy";

function changeOf(conditions: Readonly<Record<string, unknown>>) {
  const { value, diagnostics } = askProof({
    policies: [],
    before: [policy(conditions)],
    directory: {},
    question: { kind: "diff" },
  });
  if (!value || !("changes" in value)) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return value.changes;
}

const WORKLOADS = {
  users: { includeUsers: ["None"] },
  clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
};

test.each([
  ["clientAppType", { clientAppTypes: ["browser"] }],
  ["devicePlatform", { platforms: { includePlatforms: ["iOS"] } }],
  ["signInRisk", { signInRiskLevels: ["high"] }],
  ["userRisk", { userRiskLevels: ["high"] }],
  ["insiderRisk", { insiderRiskLevels: "elevated" }],
  ["servicePrincipalRisk", { ...WORKLOADS, servicePrincipalRiskLevels: ["high"] }],
])("%s", (key, conditions) => {
  const keys = changeOf(conditions).flatMap(({ where }) => Object.keys(where ?? {}));
  expect(keys).toContain(key);
});

const filter = (rule: string) => ({ devices: { deviceFilter: { mode: "include", rule } } });

test.each([
  ["device.isCompliant -eq True", "on managed devices"],
  ['device.trustType -eq "ServerAD"', "on managed devices"],
  ['device.isCompliant -eq True -or device.trustType -eq "ServerAD"', "on managed devices"],
  ["device.isCompliant -ne True", "on unmanaged devices"],
  ["device.isCompliant -eq False", "with `device.isCompliant -eq False`"],
  ['device.trustType -eq "AzureAD"', 'with `device.trustType -eq "AzureAD"`'],
  ['device.manufacturer -eq "True"', 'with `device.manufacturer -eq "True"`'],
  ['device.model -eq "ServerAD"', 'with `device.model -eq "ServerAD"`'],
])("%s is told as: %s", (rule, words) => {
  expect(changeOf(filter(rule)).map(({ sentence }) => sentence)).toEqual([expect.stringContaining(words)]);
});

test.each([
  [{ includeUsers: [ids.glass] }, `user \`${ids.glass}\` no longer need MFA`],
  [{ includeUsers: ["All"], excludeUsers: [ids.glass] }, `everyone but user \`${ids.glass}\` no longer need MFA`],
])("who is concerned by %j", (users, words) => {
  expect(changeOf({ users }).map(({ sentence }) => sentence)).toEqual([words]);
});

test("a flow is told by the condition of the policy", () => {
  const flow = { authenticationFlows: { transferMethods: "deviceCodeFlow" } };
  expect(changeOf(flow).map(({ where }) => where)).toEqual([{ conditions: ["by device code flow"] }]);
});
