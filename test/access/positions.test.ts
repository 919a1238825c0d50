/** Findings about an entry of a list point at the entry. */

import { expect, test } from "vitest";
import { checkPolicyDefinition } from "../../src/access/check";

const GROUP = "f1000000-0000-4000-8000-000000000012";

function found(conditions: object, grantControls: object = { operator: "OR", builtInControls: ["mfa"] }) {
  const policy = {
    displayName: "Managed devices",
    state: "enabled",
    conditions: {
      clientAppTypes: ["all"],
      applications: { includeApplications: ["All"] },
      users: { includeUsers: ["All"], excludeGroups: [GROUP] },
      ...conditions,
    },
    grantControls,
  };
  return checkPolicyDefinition(policy).map(({ code, pointer }) => `${code} ${pointer}`);
}

test("in conditions", () => {
  const users = { includeGroups: ["f1000000-0000-4000-8000-000000000013", GROUP], excludeGroups: [GROUP] };
  const platforms = { includePlatforms: ["windows", "windowsPhone"], excludePlatforms: ["iOS", "Windows"] };
  const applications = {
    includeApplications: ["Office365"],
    excludeApplications: ["797f4846-ba00-4fd7-ba43-dac1f8f63013", "00000003-0000-0000-c000-000000000000"],
  };
  expect(found({ users, platforms, applications })).toEqual([
    "PKT3042 /conditions/users/excludeGroups/0",
    "PKT3042 /conditions/platforms/excludePlatforms/1",
    "PKT3053 /conditions/applications/excludeApplications/1",
    "PKT3088 /conditions/platforms/includePlatforms/1",
  ]);
});

test("in controls", () => {
  const controls = (...builtInControls: readonly string[]) => ({ operator: "AND", builtInControls });
  expect(found({}, controls("mfa", "block"))).toEqual(["PKT3058 /grantControls/builtInControls/1"]);
  expect(found({}, controls("mfa", "approvedApplication"))).toEqual(["PKT3061 /grantControls/builtInControls/1"]);
  expect(found({ userRiskLevels: ["high"] }, controls("compliantDevice", "passwordChange"))).toEqual([
    "PKT3064 /grantControls/builtInControls/1",
    "PKT3067 /grantControls/builtInControls/1",
  ]);
});
