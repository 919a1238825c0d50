import { describe, expect, test } from "vitest";
import { alertsOf, type DetectionRule, entityText, incidentsOf, isVisible, type ResultRow } from "../../src/sentinel";

const base: DetectionRule = {
  kind: "Scheduled",
  displayName: "Rule",
  description: "What it finds",
  severity: "Medium",
  queryPeriodSeconds: 3600,
  triggerOperator: "GreaterThan",
  triggerThreshold: 0,
  aggregationKind: "AlertPerResult",
  createIncident: true,
  grouping: { enabled: false, matchingMethod: "AllEntities" },
};

const rows = (count: number): readonly ResultRow[] =>
  Array.from({ length: count }, (_, index) => ({
    User: `u${index % 2}@contoso.example`,
    IP: "192.0.2.1",
    Level: "high",
  }));

describe("trigger and event grouping", () => {
  test.each<[string, Partial<DetectionRule>, number, readonly number[]]>([
    ["no row, no alert", {}, 0, []],
    ["an alert for each row", {}, 3, [1, 1, 1]],
    ["one alert for all", { aggregationKind: "SingleAlert" }, 3, [3]],
    ["at the threshold", { triggerThreshold: 3 }, 3, []],
    ["fewer than", { triggerOperator: "LessThan", triggerThreshold: 1, aggregationKind: "SingleAlert" }, 0, [0]],
    ["equal", { triggerOperator: "Equal", triggerThreshold: 2, aggregationKind: "SingleAlert" }, 2, [2]],
    ["not equal", { triggerOperator: "NotEqual", triggerThreshold: 2 }, 2, []],
    ["the 150th stands for all", {}, 151, [...new Array(149).fill(1), 151]],
    ["the 30th of an NRT rule too", { kind: "NRT" }, 31, [...new Array(29).fill(1), 31]],
  ])("%s", (_, parts, count, sizes) => {
    expect(alertsOf({ ...base, ...parts }, rows(count)).map((alert) => alert.rows.length)).toEqual(sizes);
  });
});

describe("what an alert carries", () => {
  test("entities are taken apart, each once; text, severity and details come from the row", () => {
    const rule: DetectionRule = {
      ...base,
      entityMappings: [
        { entityType: "Account", fieldMappings: [{ identifier: "FullName", columnName: "User" }] },
        { entityType: "IP", fieldMappings: [{ identifier: "Address", columnName: "IP" }] },
        { entityType: "Host", fieldMappings: [{ identifier: "HostName", columnName: "Missing" }] },
      ],
      customDetails: { Who: "User" },
      alertDetailsOverride: { alertDisplayNameFormat: "{{User}} from {{ IP }}", alertSeverityColumnName: "Level" },
    };
    const [alert] = alertsOf(rule, rows(1));
    expect(alert).toEqual({
      title: "u0@contoso.example from 192.0.2.1",
      description: "What it finds",
      severity: "High",
      tactics: [],
      techniques: [],
      customDetails: { Who: ["u0@contoso.example"] },
      properties: {},
      undocumented: [],
      entities: [
        { type: "Account", identifiers: { Name: "u0", UPNSuffix: "contoso.example" } },
        { type: "IP", identifiers: { Address: "192.0.2.1" } },
      ],
      rows: rows(1),
    });
    expect(alert?.entities.map(entityText)).toEqual(["u0@contoso.example", "192.0.2.1"]);
    const [grouped] = alertsOf({ ...rule, aggregationKind: "SingleAlert" }, rows(2));
    expect([grouped?.undocumented, grouped?.customDetails]).toEqual([
      ["title"],
      { Who: ["u0@contoso.example", "u1@contoso.example"] },
    ]);
  });

  test.each([
    ["CONTOSO\\ann", "Account", { Name: "ann", NTDomain: "CONTOSO" }],
    ["ann", "Account", { Name: "ann" }],
    ["pc1.contoso.example", "Host", { HostName: "pc1", DnsDomain: "contoso.example" }],
  ])("the full name %s of a %s", (text, entityType, identifiers) => {
    const mapping = { entityType, fieldMappings: [{ identifier: "FullName", columnName: "C" }] };
    const [alert] = alertsOf({ ...base, entityMappings: [mapping] }, [{ C: text }]);
    expect(alert?.entities).toEqual([{ type: entityType, identifiers }]);
  });
});

describe("incidents", () => {
  const mapped: DetectionRule = {
    ...base,
    entityMappings: [{ entityType: "Account", fieldMappings: [{ identifier: "FullName", columnName: "User" }] }],
  };
  test.each<[string, Partial<DetectionRule>, readonly number[]]>([
    ["none where they are off", { createIncident: false }, []],
    ["one for each alert", {}, [1, 1, 1]],
    ["by all entities", { grouping: { enabled: true, matchingMethod: "AllEntities" } }, [2, 1]],
    ["any alert", { grouping: { enabled: true, matchingMethod: "AnyAlert" } }, [3]],
    [
      "by an alert detail",
      { grouping: { enabled: true, matchingMethod: "Selected", groupByAlertDetails: ["Severity"] } },
      [3],
    ],
    ["by an entity", { grouping: { enabled: true, matchingMethod: "Selected", groupByEntities: ["Account"] } }, [2, 1]],
  ])("%s", (_, parts, sizes) => {
    const rule = { ...mapped, ...parts };
    expect(incidentsOf(rule, alertsOf(rule, rows(3))).map(({ alerts }) => alerts.length)).toEqual(sizes);
  });
});

test.each<[string, "Scheduled" | "NRT", number, number, boolean]>([
  ["inside", "Scheduled", -10, 0, true],
  ["at the end", "Scheduled", 0, 0, true],
  ["at the open start", "Scheduled", -60, 0, false],
  ["after the end", "Scheduled", 1, 0, false],
  ["late, but before the run", "Scheduled", -1, 6, true],
  ["too late", "Scheduled", -1, 7, false],
  ["of the last minute", "NRT", -30, 30, true],
  ["of the minute before", "NRT", -30, 29, false],
])("a row %s of a %s rule, generated at %i min, ingested %i min later", (_, kind, generated, delay, visible) => {
  const times = { generated: generated * 60_000, ingested: (generated + delay) * 60_000 };
  expect(isVisible(times, { kind, now: 0, queryPeriodSeconds: 3600 })).toBe(visible);
});
