/** What is found in named locations, and over all policies and locations of a tenant. */

import { describe, expect, test } from "vitest";
import { checkNamedLocation, checkTenantDefinition, checkTenantTotals } from "../../src/access/check";
import { countryExample, locationExample, policyExample } from "../../src/access/checks/example";
import type { Diagnostic } from "../../src/diagnostics";

const told = (findings: readonly Diagnostic[]): readonly string[] =>
  findings.map(({ code, pointer = "", help }) => [code, pointer, ...(help === undefined ? [] : [help])].join(" "));
const range = (cidrAddress: string, type = cidrAddress.includes(":") ? "6" : "4") => ({
  "@odata.type": `#microsoft.graph.iPv${type}CidrRange`,
  cidrAddress,
});

describe("ranges", () => {
  test.each([
    ["10.0.0.0/8", true],
    ["10.255.255.255/32", true],
    ["11.0.0.0/8", false],
    ["9.255.255.255/32", false],
    ["172.15.255.255/32", false],
    ["172.16.0.0/12", true],
    ["172.31.255.255/32", true],
    ["172.32.0.0/16", false],
    ["192.168.7.0/24", true],
    ["192.169.0.0/16", false],
    ["100.64.0.0/10", true],
    ["100.63.255.255/32", false],
    ["100.128.0.0/16", false],
    ["127.0.0.1/32", true],
    ["169.254.1.1/32", true],
    ["fd00::/8", true],
    ["fe80::1/128", true],
    ["::1/128", true],
    ["::2/128", false],
    ["fe00::/16", false],
    ["2001:db8::/32", false],
  ])("%s never comes from the internet: %s", (text, isPrivate) => {
    expect(told(checkNamedLocation(JSON.parse(locationExample({ ipRanges: [range(text)] }))))).toEqual(
      isPrivate ? ["PKT3095 /ipRanges/0/cidrAddress"] : [],
    );
  });

  test("every wrong range is told at its place", () => {
    const ipRanges = [range("203.0.113.0/24"), range("x"), range("8.0.0.0/7"), range("2001:db8::/48", "4"), {}];
    expect(told(checkNamedLocation(JSON.parse(locationExample({ ipRanges }))))).toEqual([
      "PKT3091 /ipRanges/1/cidrAddress CIDR form, such as `203.0.113.0/24`",
      "PKT3092 /ipRanges/2/cidrAddress",
      "PKT3094 /ipRanges/3/cidrAddress",
      "PKT3091 /ipRanges/4/cidrAddress CIDR form, such as `203.0.113.0/24`",
    ]);
  });

  test.each([
    [2000, []],
    [2001, ["PKT3093 /ipRanges"]],
  ])("%d ranges", (count, findings) => {
    const ipRanges = Array.from({ length: count }, (_, index) => range(`8.${index >> 8}.${index & 255}.0/24`));
    expect(told(checkNamedLocation(JSON.parse(locationExample({ ipRanges }))))).toEqual(findings);
  });
});

describe("countries", () => {
  test.each([
    [{ countriesAndRegions: [] }, ["PKT3096 /countriesAndRegions"]],
    [{ countriesAndRegions: ["BE", "be"] }, ["PKT3096 /countriesAndRegions/1 in capital letters: `BE`"]],
    [{ countriesAndRegions: ["uk"] }, ["PKT3096 /countriesAndRegions/0 did you mean `GB`?"]],
    [{ isTrusted: true }, ["PKT3097 /isTrusted"]],
    [{ isTrusted: false }, []],
    [{ displayName: " " }, ["PKT3098 /displayName"]],
    [{ ipRanges: [] }, []],
    [{ ipRanges: [range("203.0.113.0/24")] }, ["PKT3099 /ipRanges"]],
  ] as const)("%j", (changes, findings) => {
    expect(told(checkNamedLocation(JSON.parse(countryExample(changes))))).toEqual(findings);
  });
});

describe("a tenant", () => {
  const ID = "10ca0000-0000-4000-8000-000000000030";
  const policy = (changes: object = {}) => JSON.parse(policyExample({ ...changes }));
  const at = (...includeLocations: string[]) => policy({ conditions: { locations: { includeLocations } } });
  const location = (id: string) => ({ ...JSON.parse(locationExample()), id });

  test("a location that is named has to be listed, where there is a list", () => {
    const policies = [at(ID.toUpperCase(), "AllTrusted")];
    expect(told(checkTenantDefinition({ policies }))).toEqual([]);
    expect(told(checkTenantDefinition({ policies: [at(ID.toUpperCase())], namedLocations: [location(ID)] }))).toEqual(
      [],
    );
    expect(told(checkTenantDefinition({ policies: [policy(), at(ID)], namedLocations: [] }))).toEqual([
      "PKT3113 /policies/1/conditions/locations/includeLocations/0",
      "PKT3114 /policies/1/displayName",
    ]);
  });

  test("security defaults are off once a policy is on", () => {
    const off = policy({ state: "disabled", displayName: "off" });
    expect(told(checkTenantDefinition({ securityDefaultsEnabled: true, policies: [off, policy()] }))).toEqual([
      "PKT3110 /policies/1/state",
    ]);
    expect(told(checkTenantDefinition({ securityDefaultsEnabled: true, policies: [off] }))).toEqual([]);
    expect(told(checkTenantDefinition({ securityDefaultsEnabled: false, policies: [policy()] }))).toEqual([]);
  });

  test("findings of its parts stand at their places", () => {
    const policies = [policy(), policy({ displayName: "" })];
    const namedLocations = [location(ID), { ...location(ID), displayName: "" }];
    expect(told(checkTenantDefinition({ policies, namedLocations }))).toEqual([
      "PKT3030 /policies/1/displayName",
      "PKT3098 /namedLocations/1/displayName",
    ]);
  });

  test("195 of each are taken, and no name twice", () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => ({ displayName: `p${index}` }));
    expect(told(checkTenantTotals(names(195), names(195)))).toEqual([]);
    expect(told(checkTenantTotals(names(196), names(196)))).toEqual([
      "PKT3111 /policyCount",
      "PKT3112 /namedLocations",
    ]);
    expect(told(checkTenantTotals([{ displayName: "a" }, {}, {}, { displayName: "a" }], []))).toEqual([
      "PKT3114 /policies/3/displayName",
    ]);
  });
});
