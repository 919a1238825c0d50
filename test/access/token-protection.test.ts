/** Where token protection is supported: clients, platforms and resources go together. */

import { expect, test } from "vitest";
import { checkPolicyDefinition } from "../../src/access/check";
import { APP_IDS } from "../../src/azure";

const { exchangeOnline, sharePointOnline, teams, windows365, azureManagement } = APP_IDS;

function found(platforms: readonly string[], apps: readonly string[], clients = ["mobileAppsAndDesktopClients"]) {
  const policy = {
    displayName: "Protect tokens",
    state: "enabled",
    conditions: {
      clientAppTypes: clients,
      applications: { includeApplications: apps },
      platforms: { includePlatforms: platforms },
      users: { includeGroups: ["f1000000-0000-4000-8000-000000000012"] },
    },
    sessionControls: { secureSignInSession: { isEnabled: true } },
  };
  return checkPolicyDefinition(policy).map(({ code, pointer }) => `${code} ${pointer}`);
}

const APPS = "/conditions/applications/includeApplications";

test.each([
  [["windows"], [exchangeOnline, sharePointOnline, teams, windows365], []],
  [["iOS", "macOS", "windows"], [exchangeOnline, teams], []],
  [["iOS"], [exchangeOnline, windows365], [`PKT3079 ${APPS}/1`]],
  [["windows"], ["Office365"], [`PKT3079 ${APPS}/0`]],
  [["windows"], ["All"], [`PKT3079 ${APPS}/0`]],
  [["android"], [exchangeOnline], ["PKT3079 /conditions/platforms/includePlatforms"]],
  [[], [exchangeOnline], ["PKT3079 /conditions/platforms/includePlatforms"]],
  [["windows"], [azureManagement], [`PKT3079 ${APPS}/0`]],
])("%j with %j", (platforms, apps, expected) => {
  expect(found(platforms, apps)).toEqual(expected);
});

test("a browser beside native clients", () => {
  expect(found(["windows"], [exchangeOnline], ["browser", "mobileAppsAndDesktopClients"])).toEqual([
    "PKT3079 /conditions/clientAppTypes",
  ]);
});
