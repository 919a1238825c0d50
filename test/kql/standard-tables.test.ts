/** The shipped tables: names and types that rules rely on. */

import { describe, expect, test } from "vitest";
import { standardTable, standardTableNames, standardTables } from "../../src/kql/tables/standard-tables";

function typesOf(table: string, columns: readonly string[]): unknown {
  const known = new Map(standardTable(table)?.columns.map(({ name, type }) => [name, type]));
  return columns.map((column) => known.get(column));
}

describe("standard tables", () => {
  test("there are about 900, and every one has the standard columns", () => {
    expect(standardTableNames().length).toBeGreaterThan(890);
    const without = standardTableNames().filter(
      (name) => typesOf(name, ["TenantId", "TimeGenerated", "Type"])?.toString() !== "string,datetime,string",
    );
    expect(without).toEqual([]);
  });

  const parts = ["LocationDetails", "DeviceDetail", "Status", "MfaDetail", "ConditionalAccessPolicies"];
  test.each([
    ["SigninLogs", parts, ["dynamic", "dynamic", "dynamic", "dynamic", "dynamic"]],
    ["AADNonInteractiveUserSignInLogs", parts, ["string", "string", "string", "string", "string"]],
    ["SigninLogs", ["ResultType", "UserId", "CreatedDateTime"], ["string", "string", "datetime"]],
    ["AADServicePrincipalSignInLogs", ["ServicePrincipalId", "IPAddress"], ["string", "string"]],
    ["AADManagedIdentitySignInLogs", ["ServicePrincipalName"], ["string"]],
    ["AADUserRiskEvents", ["IpAddress", "RiskEventType"], ["string", "string"]],
    ["AuditLogs", ["InitiatedBy", "TargetResources", "AdditionalDetails"], ["dynamic", "dynamic", "dynamic"]],
    ["IdentityInfo", ["AccountObjectId", "AccountCreationTime", "AssignedRoles"], ["string", "datetime", "dynamic"]],
    ["BehaviorAnalytics", ["UsersInsights", "InvestigationPriority"], ["dynamic", "int"]],
    ["ThreatIntelIndicators", ["IsActive", "Confidence", "Data", "ValidUntil"], ["bool", "int", "dynamic", "datetime"]],
    ["SecurityAlert", ["Entities", "ExtendedProperties", "SystemAlertId"], ["string", "string", "string"]],
    ["DnsEvents", ["Name"], ["string"]],
  ] as const)("%s: %s", (table, columns, types) => {
    expect(typesOf(table, columns)).toEqual(types);
  });

  test("only tables that are named come, with what a query uses of an open one", () => {
    const tables = standardTables(["AzureDiagnostics | where requestUri_s has 'x' and count_d > 1"]);
    expect(tables.map(({ name }) => name)).toEqual(["AzureDiagnostics"]);
    const own = tables[0]?.columns.filter(({ name }) => name === "requestUri_s" || name === "count_d");
    expect(own).toEqual([
      { name: "requestUri_s", type: "string" },
      { name: "count_d", type: "real" },
    ]);
  });

  test("a pattern brings the tables that it fits", () => {
    expect(standardTables(["union AADRisky*"]).map(({ name }) => name)).toEqual([
      "AADRiskyAgents",
      "AADRiskyServicePrincipals",
      "AADRiskyUsers",
    ]);
  });
});
