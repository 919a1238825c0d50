/** Conditions of a policy: which are configured, refused, or match what was not meant. */

import { describe, expect, test } from "vitest";
import { APP_IDS } from "../../../src/azure";
import { asking, BLOCK, CHANGE, cases, conditions, DEVICE, found, ID, type Json, RISKY, WORKLOAD } from "./cases";

/** Each condition of a sign-in that is configured, by itself. */
const CONFIGURED: Readonly<Record<string, unknown>> = {
  clientAppTypes: ["browser"],
  platforms: { includePlatforms: ["iOS"] },
  locations: { includeLocations: ["AllTrusted"] },
  devices: { deviceFilter: DEVICE },
  signInRiskLevels: ["high"],
  insiderRiskLevels: "elevated",
  authenticationFlows: { transferMethods: "deviceCodeFlow" },
};

describe("a configured condition", () => {
  test.each(Object.entries(CONFIGURED))("%s does not go with a password change", (name, value) => {
    expect(found(asking(CHANGE, { ...RISKY, [name]: value }))).toContain(`PKT3067 error /conditions/${name}`);
  });

  test.each(Object.entries(CONFIGURED))("%s is one that few workload policies have", (name, value) => {
    const isRefused = found(asking(BLOCK, { ...WORKLOAD, [name]: value })).includes(
      `PKT3045 error /conditions/${name}`,
    );
    expect(isRefused).toBe(name !== "locations");
  });

  test.each(Object.entries(CONFIGURED))("%s keeps a block from being one of everything", (name, value) => {
    expect(found(asking(BLOCK, { users: { includeUsers: ["All"] }, [name]: value }))).not.toContain(
      "PKT3059 error /conditions/users",
    );
  });

  test.each([
    ["clientAppTypes", ["browser", "all"]],
    ["platforms", { includePlatforms: [], excludePlatforms: [] }],
    ["locations", {}],
    ["devices", { includeDevices: [], excludeDevices: [], excludeDeviceStates: [] }],
    ["deviceStates", { includeStates: [], excludeStates: [] }],
    ["authenticationFlows", { transferMethods: "none" }],
  ])("%s that says nothing is none", (name, value) => {
    expect(found(asking(CHANGE, { ...RISKY, [name]: value }))).toEqual([]);
  });
});

cases("risk levels", [
  ["user risk none", conditions({ userRiskLevels: ["high", "none"] }), "PKT3081 error /conditions/userRiskLevels/1"],
  ["user risk hidden", conditions({ userRiskLevels: ["hidden"] }), "PKT3081 error /conditions/userRiskLevels/0"],
  [
    "sign-in risk hidden",
    conditions({ signInRiskLevels: ["none", "hidden"] }),
    "PKT3081 error /conditions/signInRiskLevels/1",
  ],
  [
    "service principal risk none",
    asking(BLOCK, { ...WORKLOAD, servicePrincipalRiskLevels: ["none"] }),
    "PKT3081 error /conditions/servicePrincipalRiskLevels/0",
  ],
  [
    "service principal risk of users",
    conditions({ servicePrincipalRiskLevels: ["high"] }),
    "PKT3046 error /conditions/servicePrincipalRiskLevels",
  ],
  [
    "both risks",
    conditions({ userRiskLevels: ["high"], signInRiskLevels: ["high"] }),
    "PKT3082 warning /conditions/signInRiskLevels",
  ],
]);

cases("devices and platforms", [
  [
    "included states",
    conditions({ deviceStates: { includeStates: ["All"] } }),
    "PKT3083 warning /conditions/deviceStates",
  ],
  [
    "excluded states",
    conditions({ deviceStates: { excludeStates: ["Compliant"] } }),
    "PKT3083 warning /conditions/deviceStates",
  ],
  [
    "states and a filter",
    conditions({ deviceStates: { includeStates: ["All"] }, devices: { deviceFilter: DEVICE } }),
    "PKT3083 error /conditions/deviceStates",
  ],
  [
    "states and devices",
    conditions({ deviceStates: { includeStates: ["All"] }, devices: { includeDevices: ["All"] } }),
    "PKT3083 error /conditions/deviceStates",
  ],
  [
    "excluded devices and a filter",
    conditions({ devices: { excludeDevices: ["Compliant"], deviceFilter: DEVICE } }),
    "PKT3083 error /conditions/deviceStates",
  ],
  [
    "excluded device states and a filter",
    conditions({ devices: { excludeDeviceStates: ["Compliant"], deviceFilter: DEVICE } }),
    "PKT3083 error /conditions/deviceStates",
  ],
  [
    "included device states and a filter",
    conditions({ devices: { includeDeviceStates: ["All"], deviceFilter: DEVICE } }),
    "PKT3083 error /conditions/deviceStates",
  ],
  ["devices alone", conditions({ devices: { includeDevices: ["All"] } })],
  [
    "excluded platforms alone",
    conditions({ platforms: { excludePlatforms: ["iOS"] } }),
    "PKT3084 error /conditions/platforms/includePlatforms",
  ],
  [
    "excluded locations alone",
    conditions({ locations: { excludeLocations: ["AllTrusted"] } }),
    "PKT3084 error /conditions/locations/includeLocations",
  ],
  [
    "Windows Phone",
    conditions({ platforms: { includePlatforms: ["windows", "windowsPhone"] } }),
    "PKT3088 warning /conditions/platforms/includePlatforms/1",
  ],
]);

const excluding = (rule: string): Json => conditions({ devices: { deviceFilter: { mode: "exclude", rule } } });
const NEGATIVE = "PKT3085 warning /conditions/devices/deviceFilter/rule";
const CHANGEABLE = "PKT3086 warning /conditions/devices/deviceFilter/rule";

cases("filters for devices", [
  ["excludes by not", excluding('-not (device.extensionAttribute1 -eq "a")'), NEGATIVE],
  [
    "excludes by two negatives",
    excluding('device.extensionAttribute1 -ne "a" -and device.extensionAttribute2 -ne "b"'),
    NEGATIVE,
  ],
  [
    "excludes by a negative and a positive",
    excluding('device.extensionAttribute1 -ne "a" -and device.extensionAttribute2 -eq "b"'),
  ],
  ["rests on a model", excluding('device.model -eq "a"'), CHANGEABLE],
  ["rests on no model", excluding('-not (device.model -eq "a")'), NEGATIVE, CHANGEABLE],
  ["a model or more", excluding('device.model -eq "a" -or device.isCompliant -eq True'), CHANGEABLE],
  ["a model and more", excluding('device.model -eq "a" -and device.isCompliant -eq True')],
  ["a model and a maker", excluding('device.model -eq "a" -and device.manufacturer -eq "b"'), CHANGEABLE],
]);

const SYNC = ["exchangeActiveSync"];
const EXCHANGE = { includeApplications: [APP_IDS.exchangeOnline] };

cases("ActiveSync", [
  ["Exchange alone, everybody", conditions({ clientAppTypes: SYNC, applications: EXCHANGE })],
  [
    "another resource",
    conditions({ clientAppTypes: SYNC, applications: { includeApplications: [APP_IDS.exchangeOnline, ID] } }),
    "PKT3087 warning /conditions/clientAppTypes",
  ],
  [
    "supported clients, another resource",
    conditions({ clientAppTypes: ["easSupported"], applications: { includeApplications: [ID] } }),
    "PKT3087 warning /conditions/clientAppTypes",
  ],
  [
    "beside a browser, another resource",
    conditions({ clientAppTypes: [...SYNC, "browser"], applications: { includeApplications: [ID] } }),
  ],
  [
    "a role",
    conditions({
      clientAppTypes: SYNC,
      applications: EXCHANGE,
      users: { includeRoles: ["62e90394-69f5-4237-9190-012177145e10"] },
    }),
    "PKT3087 warning /conditions/clientAppTypes",
  ],
  [
    "guests",
    conditions({
      clientAppTypes: [...SYNC, "browser"],
      applications: EXCHANGE,
      users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "internalGuest" } },
    }),
    "PKT3087 warning /conditions/clientAppTypes",
  ],
  [
    "a browser and a role",
    conditions({
      clientAppTypes: ["browser"],
      applications: EXCHANGE,
      users: { includeRoles: ["62e90394-69f5-4237-9190-012177145e10"] },
    }),
  ],
]);
