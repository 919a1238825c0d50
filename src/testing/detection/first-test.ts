/** The text of a first test of a rule, hunt or function: one case that runs, and a hint how to write what it is for. */

import { stringify } from "yaml";
import { type CompileContext, compileFor } from "../../compiler";
import type { Document, DocumentOf } from "../../documents";
import { type BindRequest, bind, type Column, type TableShape } from "../../kql/check";
import { anyTenant } from "./case-tenant";
import { tableShape } from "./given-table";

export type Testable =
  | DocumentOf<"Scheduled">
  | DocumentOf<"NRT">
  | DocumentOf<"HuntingQuery">
  | DocumentOf<"Function">;

/** End of the window of the case. */
const NOW = "2026-01-15T12:00:00Z";

/** Columns that a row of the hint has beside its time. */
const COLUMNS_MAX = 6;

/** `outcome`: how many alerts or rows come out where nothing has happened. */
export function firstTest(
  subject: Testable,
  documents: readonly Document[],
  { context, outcome }: { readonly context: CompileContext; readonly outcome: number },
): string {
  const request = requestOf(subject, documents, context);
  const tables = request ? tablesOf(request) : [];
  const isRule = subject.kind === "Scheduled" || subject.kind === "NRT";
  const counted = isRule ? "alerts" : "rows";
  const given = tables.map(({ name }) => `${name}: []`).join(", ");
  const lines = [
    "kind: DetectionTest",
    subjectLine(subject, request),
    `now: ${NOW}`,
    "cases:",
    "  - name: nothing has happened",
    ...(given === "" ? [] : [`    given: { ${given} }`]),
    `    expect: { ${counted}: ${outcome} }`,
    ...hint(subject, tables, request).map((line) => `  # ${line}`.trimEnd()),
  ];
  return `${lines.join("\n")}\n`;
}

function requestOf(subject: Testable, documents: readonly Document[], context: CompileContext) {
  const compiled = compileFor(subject as Document, anyTenant(subject.place), documents, context);
  return compiled?.value.query?.request;
}

/** The tables that the query reads, in its own functions too; none where it can't be bound. */
function tablesOf(request: BindRequest): readonly TableShape[] {
  return bind(request).reads.tables.flatMap((name) => tableShape(name, request, []) ?? []);
}

function subjectLine(subject: Testable, request: BindRequest | undefined): string {
  if (subject.kind === "Function") return `function: ${quoted(callOf(subject, request))}`;
  return `${subject.kind === "HuntingQuery" ? "hunt" : "rule"}: ${stringify(subject.key).trimEnd()}`;
}

/** A call with a value for each parameter that has no default. */
function callOf(
  { body: { name, signature = "()" } }: DocumentOf<"Function">,
  request: BindRequest | undefined,
): string {
  const inner = signature.trim().replace(/^\(|\)$/g, "");
  const parameters = inner.split(/,(?![^(]*\))/).filter((each) => each.includes(":") && !each.includes("="));
  const [table = "datatable()[]"] = request ? tablesOf(request).map((each) => each.name) : [];
  const values = parameters.map((each) => SAMPLES[each.slice(each.indexOf(":") + 1).trim()]?.kql ?? table);
  return `${name}(${values.join(", ")})`;
}

/** The positive case, to be filled in: the columns that the query names, or the first that the table has. */
function hint(subject: Testable, tables: readonly TableShape[], request: BindRequest | undefined): readonly string[] {
  const words = new Set(
    [request?.text ?? "", ...(request?.functions ?? []).map(({ body }) => body)].join(" ").match(/\w+/g),
  );
  const rows = tables.flatMap(({ name, columns }) => [`    ${name}:`, `      - ${rowOf(columns, words)}`]);
  return [
    "What it is for: rows that look like the real thing, and what has to come out of them.",
    "- name: says what it shows",
    ...(rows.length > 0 ? ["  given:", ...rows] : []),
    `  expect: ${expectation(subject)}`,
  ];
}

function rowOf(columns: readonly Column[], words: ReadonlySet<string>): string {
  const time = columns.filter(({ name }) => name === "TimeGenerated");
  const others = columns.filter(({ name }) => !OF_EVERY_TABLE.test(name));
  const named = others.filter(({ name }) => words.has(name));
  const shown = [...time, ...(named.length > 0 ? named : others).slice(0, COLUMNS_MAX)];
  return `{ ${shown.map(({ name, type }) => `${name}: ${SAMPLES[type]?.cell ?? '""'}`).join(", ")} }`;
}

/** Columns that say nothing of an event. */
const OF_EVERY_TABLE = /^(_.*|TimeGenerated|TenantId|SourceSystem|Type|MG|ManagementGroupName)$/;

function expectation(subject: Testable): string {
  if (subject.kind === "HuntingQuery" || subject.kind === "Function") return "{ rows: 1 }";
  const types = [...new Set((subject.body.entityMappings ?? []).map(({ entityType }) => entityType))];
  const entities = types.map((type) => `${type}: [...]`).join(", ");
  const { severity = "Medium" } = subject.body;
  return `{ alerts: [{ severity: ${severity}${entities === "" ? "" : `, entities: { ${entities} }`} }] }`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A value of each type, as a cell of a row and as an argument of a call. */
const SAMPLES: Readonly<Record<string, { readonly cell: string; readonly kql: string }>> = {
  string: { cell: '"..."', kql: "''" },
  datetime: { cell: "-5m", kql: "ago(1d)" },
  timespan: { cell: '"00:05:00"', kql: "1d" },
  bool: { cell: "true", kql: "true" },
  int: { cell: "1", kql: "1" },
  long: { cell: "1", kql: "1" },
  real: { cell: "1.0", kql: "1.0" },
  double: { cell: "1.0", kql: "1.0" },
  decimal: { cell: '"1"', kql: "decimal(1)" },
  guid: { cell: '"00000000-0000-0000-0000-000000000000"', kql: "guid(null)" },
  dynamic: { cell: "{}", kql: "dynamic([])" },
};
