import { describe, expect, test } from "vitest";
import { checkDocuments, compilerChecks } from "../../src/compiler";
import { type CheckInfo, exampleText, sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { bind } from "../../src/kql/check";
import { resourceChecks } from "../../src/plan";

/** Baselines that the examples of the access plane name. */
function baseline(parts: { readonly users?: object; readonly locations?: object; readonly state?: string }): string {
  const policy = {
    id: "9a000000-0000-4000-8000-000000000001",
    displayName: "Block legacy authentication",
    state: parts.state ?? "enabled",
    conditions: {
      clientAppTypes: ["other"],
      applications: { includeApplications: ["All"] },
      users: { includeUsers: ["All"], ...parts.users },
      ...(parts.locations ? { locations: parts.locations } : {}),
    },
    grantControls: { operator: "OR", builtInControls: ["block"] },
  };
  return JSON.stringify({ value: [policy] });
}

const GLASS = { excludeGroups: ["b9000000-0000-4000-8000-0000000000b9"] };
/** The files beside the examples. */
const FILES: Readonly<Record<string, string>> = {
  "egress.csv": "Address\n192.0.2.0/24\n",
  "note.json": JSON.stringify({
    definition: {
      triggers: { manual: { type: "Request", inputs: {} } },
      actions: { Note: { type: "Compose", inputs: "seen" } },
    },
  }),
  "empty.json": '{ "value": [] }',
  "reports-only.json": baseline({ state: "enabledForReportingButNotEnforced" }),
  "locks-out.json": baseline({}),
  "leaves-out.json": baseline({ users: GLASS }),
  "far-away.json": baseline({
    users: GLASS,
    locations: { includeLocations: ["10ca0000-0000-4000-8000-000000000099"] },
  }),
};

const context = {
  now: "2026-01-15T12:00:00Z",
  purpose: "check",
  beside: (_: string, file: string) => FILES[file],
} as const;

/** Checks on what a query gives; the examples of the others are about the rest of a rule, and their queries are not bound. */
const NEEDS_BINDER = /^PKT(54|206|2020)/;

/** Codes that are found in a text, infos of other checks left out. */
function codesIn(text: string, own: CheckInfo): readonly string[] {
  const read = readDocuments(sourceText("rule.yaml", text));
  const found = [
    ...read.diagnostics,
    ...checkDocuments(read.value, NEEDS_BINDER.test(own.code) ? { ...context, bound: bind } : context),
  ];
  return [
    ...new Set(found.filter(({ code, severity }) => code === own.code || severity === "error").map(({ code }) => code)),
  ];
}

describe.each([
  ["compiler", compilerChecks],
  ["resources", resourceChecks],
] as const)("%s", (_, checks) => {
  test.each(checks.map((check) => [check.code, check] as const))(
    "%s: avoid has it alone, prefer and near miss have not",
    (code, check) => {
      expect(codesIn(exampleText(check.avoid), check)).toEqual([code]);
      expect(codesIn(exampleText(check.prefer), check)).toEqual([]);
      expect(codesIn(exampleText(check.nearMiss), check)).toEqual([]);
    },
  );
});
