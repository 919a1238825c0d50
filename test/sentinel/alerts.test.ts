import { describe, expect, test } from "vitest";
import {
  alertsOf,
  type DetectionRule,
  entityText,
  incidentsOf,
  isGroupingUnclear,
  isVisible,
  type ResultRow,
} from "../../src/sentinel";

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
    Level: "High",
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
    expect([grouped?.undocumented, grouped?.title, grouped?.customDetails]).toEqual([
      ["title"],
      "Rule",
      { Who: ["u0@contoso.example", "u1@contoso.example"] },
    ]);
  });

  test.each([
    ["CONTOSO\\ann", "Account", { Name: "ann", NTDomain: "CONTOSO" }],
    ["ann", "Account", { Name: "ann" }],
    ["ann@home@contoso.example", "Account", { Name: "ann@home", UPNSuffix: "contoso.example" }],
    ["pc1.contoso.example", "Host", { HostName: "pc1", DnsDomain: "contoso.example" }],
  ])("the full name %s of a %s", (text, entityType, identifiers) => {
    const mapping = { entityType, fieldMappings: [{ identifier: "FullName", columnName: "C" }] };
    const [alert] = alertsOf({ ...base, entityMappings: [mapping] }, [{ C: text }]);
    expect(alert?.entities).toEqual([{ type: entityType, identifiers }]);
  });
});

describe("entities", () => {
  const account = (...pairs: readonly (readonly [string, string])[]) => ({
    entityType: "Account",
    fieldMappings: pairs.map(([identifier, columnName]) => ({ identifier, columnName })),
  });
  const carried = (mapping: ReturnType<typeof account>, row: ResultRow | readonly ResultRow[]) => {
    const rule: DetectionRule = { ...base, aggregationKind: "SingleAlert", entityMappings: [mapping] };
    const [alert] = alertsOf(rule, Array.isArray(row) ? row : [row as ResultRow]);
    return [alert?.entities.map(({ identifiers }) => identifiers), alert?.undocumented];
  };

  test("a full user name in Name leaves its prefix, and what is stated stays", () => {
    expect(carried(account(["Name", "U"]), { U: "ann@contoso.example" })).toEqual([
      [{ Name: "ann", UPNSuffix: "contoso.example" }],
      [],
    ]);
    expect(
      carried(account(["Name", "U"], ["UPNSuffix", "S"]), { U: "ann@contoso.example", S: "other.example" }),
    ).toEqual([[{ Name: "ann", UPNSuffix: "other.example" }], []]);
  });

  test("an account with a built-in name is dropped; in another case it is not certain", () => {
    expect(carried(account(["Name", "U"]), { U: "SYSTEM" })).toEqual([[], []]);
    expect(carried(account(["Name", "U"]), { U: "root" })).toEqual([[{ Name: "root" }], ["entities"]]);
  });

  test("which of too many are kept is not certain", () => {
    const many = Array.from({ length: 501 }, (_, index): ResultRow => ({ U: `u${index}` }));
    expect(carried(account(["Name", "U"]), many)[1]).toEqual(["entities"]);
    expect(carried(account(["Name", "U"]), many.slice(1))[1]).toEqual([]);
  });
});

describe("overrides", () => {
  const details = (override: DetectionRule["alertDetailsOverride"], ...all: readonly ResultRow[]) => {
    const [alert] = alertsOf({ ...base, tactics: ["Impact"], alertDetailsOverride: override ?? {} }, all);
    return [alert?.title, alert?.severity, alert?.tactics, alert?.techniques, alert?.properties, alert?.undocumented];
  };
  const own = ["Rule", "Medium", ["Impact"], [], {}];

  test.each<[string, DetectionRule["alertDetailsOverride"], ResultRow, readonly unknown[]]>([
    ["a placeholder without a value", { alertDisplayNameFormat: "{{A}} from {{B}}" }, { A: "x", B: "" }, [...own, []]],
    ["a name that is too long", { alertDisplayNameFormat: "{{A}}" }, { A: "é".repeat(129) }, [...own, []]],
    ["a severity that is none", { alertSeverityColumnName: "A" }, { A: "Severe" }, [...own, []]],
    ["a severity in another case", { alertSeverityColumnName: "A" }, { A: "high" }, [...own, ["severity"]]],
    ["a tactic", { alertTacticsColumnName: "A" }, { A: "Execution" }, ["Rule", "Medium", ["Execution"], [], {}, []]],
    ["several tactics", { alertTacticsColumnName: "A" }, { A: "Execution, Impact" }, [...own, ["tactics"]]],
    ["a tactic that is none", { alertTacticsColumnName: "A" }, { A: "Stealth" }, [...own, []]],
    [
      "a technique",
      { alertDynamicProperties: [{ alertProperty: "Techniques", value: "A" }] },
      { A: "T1078" },
      ["Rule", "Medium", ["Impact"], ["T1078"], {}, []],
    ],
    [
      "a sub-technique",
      { alertDynamicProperties: [{ alertProperty: "Techniques", value: "A" }] },
      { A: "T1078.004" },
      [...own, ["Techniques"]],
    ],
    [
      "a confidence that is none",
      { alertDynamicProperties: [{ alertProperty: "ConfidenceLevel", value: "A" }] },
      { A: "Medium" },
      [...own, []],
    ],
    [
      "a score between",
      { alertDynamicProperties: [{ alertProperty: "ConfidenceScore", value: "A" }] },
      { A: 0.5 },
      [...own, ["ConfidenceScore"]],
    ],
    [
      "a link",
      { alertDynamicProperties: [{ alertProperty: "AlertLink", value: "A" }] },
      { A: "https://x.example" },
      ["Rule", "Medium", ["Impact"], [], { AlertLink: "https://x.example" }, []],
    ],
  ])("%s", (_, override, row, wanted) => {
    expect(details(override, row)).toEqual(wanted);
  });

  test("more than fifty values of a field leave the rule's own everywhere; fifty rows of equal values are not certain", () => {
    const override = { alertDisplayNameFormat: "{{A}}", alertSeverityColumnName: "B" };
    const all = Array.from({ length: 51 }, (_, index): ResultRow => ({ A: `a${index}`, B: "High" }));
    expect(details(override, ...all)).toEqual([...own, ["severity"]]);
    expect(details(override, ...all.slice(1))).toEqual(["a1", "High", ["Impact"], [], {}, []]);
  });

  test("custom details hold fifty values and two kilobytes", () => {
    const of = (count: number, chars: number) =>
      alertsOf(
        { ...base, aggregationKind: "SingleAlert", customDetails: { A: "A" } },
        Array.from({ length: count }, (_, index): ResultRow => ({ A: `${index}`.padStart(chars, "x") })),
      )[0]?.undocumented;
    expect([of(50, 3), of(51, 3), of(20, 200)]).toEqual([[], ["customDetails"], ["customDetails"]]);
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

  test.each<[string, DetectionRule["grouping"], boolean]>([
    ["all entities of alerts that have none", { enabled: true, matchingMethod: "AllEntities" }, true],
    ["any alert", { enabled: true, matchingMethod: "AnyAlert" }, false],
    ["an entity that none has", { enabled: true, matchingMethod: "Selected", groupByEntities: ["IP"] }, true],
    ["no grouping", { enabled: false, matchingMethod: "AllEntities" }, false],
  ])("grouping by %s", (_, grouping, isUnclear) => {
    const rule = { ...base, grouping };
    expect(isGroupingUnclear(rule, alertsOf(rule, rows(2)))).toBe(isUnclear);
  });

  test("a group of different severities: which one counts is not certain", () => {
    const rule: DetectionRule = {
      ...base,
      alertDetailsOverride: { alertSeverityColumnName: "L" },
      grouping: { enabled: true, matchingMethod: "AnyAlert" },
    };
    const [incident] = incidentsOf(rule, alertsOf(rule, [{ L: "Low" }, { L: "High" }]));
    expect([incident?.severity, incident?.undocumented]).toEqual(["High", ["severity"]]);
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
