/** Cases that show what a rule, hunt or function does on events. */

import type { Static } from "typebox";
import { ipLocations } from "../shape/ip-location";
import { anything, either, list, map, mapOf, oneOf, optional, text, texts, whole } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "Cases of a rule, hunt or function: events given, alerts, incidents or rows expected.";

const row = mapOf(anything("A cell."), "A row: column to value.");
const file = map({ file: text("A file beside: .ndjson, .json or .csv.", { minLength: 1 }) }, "Rows in a file beside.");
const rows = either([list(row, "Rows."), file], "a list of rows or { file: path }", "Rows, here or in a file beside.");
const count = whole("Their exact number.", { minimum: 0 });
const entities = mapOf(list(anything("An entity."), "Entities of the type."), "Entities by type, each list a set.");

const expectedAlert = map(
  {
    title: optional(text("Its name.")),
    description: optional(text("Its description.")),
    severity: optional(oneOf(["Informational", "Low", "Medium", "High"], "Its severity.")),
    tactics: optional(texts("Its tactics, as a set.")),
    techniques: optional(texts("Its techniques, as a set.")),
    entities: optional(entities),
    customDetails: optional(mapOf(anything("A value or a list of values."), "Custom details by name.")),
    properties: optional(mapOf(text("Its value."), "Further properties, such as AlertLink.")),
    events: optional(count),
  },
  "What an alert has; what is not stated is free.",
);

const expectedIncident = map(
  {
    title: optional(text("Its title.")),
    severity: optional(oneOf(["Informational", "Low", "Medium", "High"], "Its severity.")),
    alerts: optional(count),
    entities: optional(entities),
  },
  "What an incident has; what is not stated is free.",
);

const expected = map(
  {
    alerts: optional(
      either([count, list(expectedAlert, "Exactly these, in any order.")], "a number or a list", "Alerts."),
    ),
    incidents: optional(
      either([count, list(expectedIncident, "Exactly these, in any order.")], "a number or a list", "Incidents."),
    ),
    rows: optional(either([count, list(row, "Exactly these, in any order.")], "a number or a list", "Rows.")),
  },
  "What has to come out.",
);

const testCase = map(
  {
    name: text("What the case shows, as a phrase.", { minLength: 1 }),
    given: optional(mapOf(rows, "Rows by table; a row may carry _ingested.")),
    watchlists: optional(mapOf(list(texts("A row."), "Rows."), "Rows of watchlists by alias.")),
    functions: optional(mapOf(rows, "Rows that functions give instead of running, by name.")),
    external: optional(mapOf(text("A file beside."), "What externaldata reads, by address.")),
    geo: optional(ipLocations),
    seasonality: optional(
      whole("Members of the period that series_decompose finds by itself; 0 for none.", { minimum: 0 }),
    ),
    absent: optional(texts("Tables that the workspace lacks.")),
    with: optional(
      map(
        {
          parameters: optional(mapOf(anything("A value."), "Values of the rule's parameters.")),
          stage: optional(oneOf(["observe", "alert", "enforce"], "The stage (default enforce).")),
          tenant: optional(text("Key of the tenant whose settings and exceptions hold.", { format: "slug" })),
        },
        "What the case runs with.",
      ),
    ),
    expect: expected,
  },
  "A case.",
);

const shape = documentShape(
  "DetectionTest",
  {
    rule: optional(text("Key of a Scheduled or NRT rule.")),
    hunt: optional(text("Key of a HuntingQuery.")),
    function: optional(text('A call of a Function: "BadSources(1h)".')),
    now: text("End of the window, and what now() is.", { format: "datetime" }),
    cases: list(testCase, "Cases.", { minItems: 1 }),
  },
  description,
);

export type DetectionTestBody = Static<typeof shape>;

/** `picket new` writes one for what it tests, with its tables; this is the frame of it. */
const scaffold: Scaffold = {
  path: ownFolder("detection.test.yaml"),
  text: ({ key }) => `kind: DetectionTest
rule: ${key} # or hunt: key, or function: "Name(1h)"
now: 2026-01-15T12:00:00Z
cases:
  - name: nothing has happened
    expect: { alerts: 0 }
`,
};

export const detectionTest = {
  kind: "DetectionTest",
  description,
  shape,
  identity: "none",
  foreignKeys: "refuse",
  scaffold,
} as const satisfies KindDefinition;
