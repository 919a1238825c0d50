/** Filters for devices: what matches, what null does, what can't be read. */

import { describe, expect, test } from "vitest";
import { checkPolicyDefinition } from "../../../src/access/check";
import { policy, signIn, verdict } from "../one-policy";

const UNREGISTERED = { registered: false };
const JOINED = {
  registered: true,
  trustType: "AzureAD",
  isCompliant: true,
  operatingSystem: "Windows",
  operatingSystemVersion: "10.0.22000",
  model: "Surface Pro",
};
const UNMANAGED = { registered: true, trustType: "Workplace", isCompliant: false, extensionAttribute1: "SAW" };
const MANAGED = { ...UNMANAGED, isManaged: true };
const HYBRID = { ...UNMANAGED, trustType: "ServerAD" };
const LABELLED = { registered: true, systemLabels: ["M365Managed", "MultiUser"], physicalIds: ["[ZTDId]:1"] };

/** Rule, device, whether the rule matches. */
const CASES: readonly (readonly [string, object, boolean])[] = [
  ['device.trustType -eq "AzureAD"', JOINED, true],
  ['device.trustType -eq "azuread"', JOINED, true],
  ['device.trustType -eq "AzureAD"', UNREGISTERED, false],
  ['device.trustType -ne "AzureAD"', UNREGISTERED, true],
  ["device.isCompliant -eq True", JOINED, true],
  ['device.isCompliant -eq "True"', JOINED, true],
  ["device.isCompliant -ne True", UNMANAGED, true],
  ["device.isCompliant -ne True", UNREGISTERED, true],
  ['device.model -startsWith "Surface"', JOINED, true],
  ['device.model -endsWith "Pro"', JOINED, true],
  ['device.model -contains "face"', JOINED, true],
  ['device.model -notContains "face"', JOINED, false],
  ['device.model -notStartsWith "Latitude"', JOINED, true],
  ['device.model -notStartsWith "Latitude"', UNREGISTERED, true],
  ['device.model -notEndsWith "Pro"', JOINED, false],
  ['device.operatingSystemVersion -in ["10.0.19045", "10.0.22000"]', JOINED, true],
  ['device.operatingSystemVersion -notIn ["10.0.19045", "10.0.22000"]', JOINED, false],
  ['device.operatingSystemVersion -notIn ["10.0.19045"]', UNREGISTERED, true],
  ['device.extensionAttribute1 -eq "SAW"', UNMANAGED, false],
  ['device.extensionAttribute1 -ne "SAW"', UNMANAGED, true],
  ['device.extensionAttribute1 -eq "SAW"', MANAGED, true],
  ['device.extensionAttribute1 -eq "SAW"', HYBRID, true],
  ['device.extensionAttribute1 -eq "SAW"', { ...UNMANAGED, isCompliant: true }, true],
  ['device.systemLabels -contains "M365Managed"', LABELLED, true],
  ['device.systemLabels -contains "M365"', LABELLED, false],
  ['device.systemLabels -notContains "AzureResource"', LABELLED, true],
  ['device.physicalIds -contains "[ZTDId]:1"', LABELLED, true],
  ['device.trustType -eq "AzureAD" -and device.isCompliant -eq True', JOINED, true],
  ['device.trustType -eq "ServerAD" -or device.isCompliant -eq True', JOINED, true],
  ['device.trustType -eq "ServerAD" -or device.isCompliant -eq True -and device.model -eq "X"', JOINED, false],
  ['(device.trustType -eq "AzureAD" -or device.isCompliant -eq True) -and device.model -eq "X"', JOINED, false],
  ['-not (device.trustType -eq "AzureAD")', JOINED, false],
  ['-not (device.trustType -eq "AzureAD")', UNREGISTERED, true],
  ["device.model -eq null", UNREGISTERED, true],
  ["device.model -ne null", JOINED, true],
  ["device.model -eq $null", JOINED, false],
  ["device.DISPLAYNAME -EQ 'it''s'", { registered: true, displayName: "It's" }, true],
];

describe("filter for devices", () => {
  test.each(CASES)("%s on %o", (rule, device, isMatch) => {
    const filtered = (mode: string) => policy({ devices: { deviceFilter: { mode, rule } } });
    const asked = signIn({ device: { ...device } });
    expect([verdict(filtered("include"), asked), verdict(filtered("exclude"), asked)]).toEqual(
      isMatch ? ["applies", "devices"] : ["devices", "applies"],
    );
  });

  test("a device that is not registered has no attributes, whatever is said of it", () => {
    const rule = 'device.trustType -eq "AzureAD"';
    const joined = policy({ devices: { deviceFilter: { mode: "include", rule } } });
    const device = { trustType: "AzureAD", isCompliant: true };
    expect(verdict(joined, signIn({ device: { ...device, registered: true } }))).toBe("applies");
    expect(verdict(joined, signIn({ device: { ...device, registered: false } }))).toBe("devices");
  });

  test("retired device states", () => {
    const states = (excludeStates: string[]) => policy({ deviceStates: { includeStates: ["All"], excludeStates } });
    expect(verdict(states(["Compliant"]), signIn({ device: JOINED }))).toBe("devices");
    expect(verdict(states(["DomainJoined"]), signIn({ device: JOINED }))).toBe("applies");
    expect(verdict(states(["DomainJoined"]), signIn({ device: HYBRID }))).toBe("devices");
  });
});

/** Rule, code, the text that the finding points at. */
const MISTAKES: readonly (readonly [string, string, string])[] = [
  ["", "PKT3020", ""],
  ["device.model", "PKT3020", ""],
  ['device.model -eq "a" -and', "PKT3020", ""],
  ['(device.model -eq "a"', "PKT3020", ""],
  ['device.model -eq "a")', "PKT3020", ")"],
  ['device.model -eq "a', "PKT3020", '"'],
  ['device.model -in ["a"', "PKT3020", ""],
  ['device.model -eq "a" device.model -eq "b"', "PKT3020", "device.model"],
  [`${"(".repeat(150)}device.model -eq "a"${")".repeat(150)}`, "PKT3020", "("],
  ['device.serialNumber -eq "a"', "PKT3021", 'device.serialNumber -eq "a"'],
  ['user.model -eq "a"', "PKT3021", 'user.model -eq "a"'],
  ['device.trustType -contains "AD"', "PKT3022", 'device.trustType -contains "AD"'],
  ['device.model -match "a"', "PKT3022", 'device.model -match "a"'],
  ['device.systemLabels -eq "a"', "PKT3022", 'device.systemLabels -eq "a"'],
  ['device.trustType -eq "Hybrid"', "PKT3023", 'device.trustType -eq "Hybrid"'],
  ['device.model -in "a"', "PKT3023", 'device.model -in "a"'],
  ['device.model -eq ["a"]', "PKT3023", 'device.model -eq ["a"]'],
  ['device.deviceId -eq "a"', "PKT3023", 'device.deviceId -eq "a"'],
];

describe("rules that the service refuses", () => {
  test.each(MISTAKES)("%s", (rule, code, text) => {
    const [found, ...others] = checkPolicyDefinition(
      policy({ devices: { deviceFilter: { mode: "include", rule } } }),
    ).filter(({ severity }) => severity === "error");
    const at = found?.at?.source.text.slice(found.at.start, found.at.end);
    expect({ code: found?.code, at, others }).toEqual({ code, at: text, others: [] });
  });
});
