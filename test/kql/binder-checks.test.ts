/** What the binder reports becomes findings of their own family, and errors that the engine does not raise become warnings. */

import { describe, expect, test } from "vitest";
import { bind } from "../../src/kql/bind";
import { binderChecks } from "../../src/kql/checks/binder-checks";

const codesOf = (text: string) => bind({ text }).findings.map(({ code }) => code);
const errorsOf = (text: string) => bind({ text }).findings.filter(({ severity }) => severity === "error");

describe("records", () => {
  test.each(Object.values(binderChecks))("$code $title", ({ code, avoid, prefer, nearMiss }) => {
    expect([codesOf(String(avoid)).includes(code), codesOf(String(prefer)), codesOf(String(nearMiss))]).toEqual([
      true,
      [],
      [],
    ]);
  });
});

test("the nearest column in scope is offered", () => {
  expect(bind({ text: "print Account = 1 | where Acount == 1" }).findings.map(({ help }) => help)).toEqual([
    "did you mean `Account`? (Microsoft's code is KS142)",
  ]);
});

test("the time of a row has another name in advanced hunting", () => {
  expect(bind({ text: "DeviceEvents | where Timestamp > ago(1h)" }).findings.map(({ help }) => help)).toEqual([
    "in a workspace the time of a row is `TimeGenerated` (Microsoft's code is KS142)",
  ]);
});

test("parsing what is dynamic already is nothing wrong", () => {
  expect(
    codesOf("print a = todynamic(toscalar(print x = 1 | summarize make_set(x))), b = parse_json(pack_array(1))"),
  ).toEqual([]);
});

test("the type of a column of which nothing tells it is not known", () => {
  const tables = [{ name: "Own_CL", columns: [{ name: "Id", type: "string" as const }], open: true }];
  const { columns, untyped } = bind({
    text: "Own_CL | summarize make_set(Id) by Name | extend Text = strcat(Name)",
    tables,
  });
  expect([columns.map(({ type }) => type), untyped]).toEqual([["dynamic", "dynamic", "string"], ["Name"]]);
});

test("who writes `kind=innerunique` has chosen it", () => {
  const join = (kind: string) =>
    codesOf(`SigninLogs | where IsInteractive | join ${kind} (AuditLogs | where Result == 'a') on CorrelationId`);
  expect([join(""), join("kind=innerunique"), join("kind = innerunique")]).toEqual([["PKT2042"], [], []]);
});

describe("one mistake is told once", () => {
  test.each([
    ["print a = 1 | where ago(b) > now()", ["PKT2006"]],
    ["ZoomLogs | where Event =~ 'x' and TimeGenerated > ago('1d')", ["PKT2006"]],
    ["Nowhere() | where Event =~ 'x'", ["PKT2005"]],
    ["let z = ZoomLogs | where Event =~ 'x'; print a = ago('1d')", ["PKT2006", "PKT2002"]],
    ["print a = ago('1d') | where Missing", ["PKT2002", "PKT2006"]],
  ])("%s", (text, codes) => expect(codesOf(text)).toEqual(codes));
});

describe("the engine takes what the binder refuses", () => {
  test.each([
    "print a = make_timespan(1, 12, 30, 55.123)",
    'print d = dynamic({"a": 1}) | extend n = array_length(d)',
    "print a = 1 | getschema | evaluate schema_merge()",
    "let View_1 = view () { print x = 1 }; union isfuzzy=true View*, Some*",
  ])("%s", (text) => expect(errorsOf(text)).toEqual([]));
});

describe("the engine refuses what only looks like these", () => {
  test.each([
    "print a = ago('1d')",
    "print a = iff(1, 2, 3)",
    "print a = array_length('x')",
    "print a = 1 | summarize countif(a)",
    "print a = 'x' | where not(a)",
  ])("%s", (text) => expect(errorsOf(text)).not.toEqual([]));
});

/** Every table of the workspace is read: what one of them has is known, what none has is not. */
describe("queries over all tables", () => {
  test.each([
    ["find where ResultType == '0' project UserId", []],
    ["union *, (print NoSuch = 1) | where Nowhere == 1 | count", ["PKT2090"]],
  ])("%s", (text, codes) => expect(codesOf(text)).toEqual(codes));
});

test.each([
  ["ipv4_lookup(_GetWatchlist('Nets'), IpAddress, Net) | project City", []],
  ["ipv6_lookup(_GetWatchlist('Nets'), IpAddress, Net) | project City", []],
  ["ipv4_lookup(datatable(Net:string)[], IpAddress, Net) | project City", ["PKT2006"]],
])("a lookup in what has no schema: %s", (plugin, codes) => {
  expect(codesOf(`SecurityEvent | evaluate ${plugin}`)).toEqual(codes);
});

test("a lookup with rows that have no schema", () => {
  const open = "_GetWatchlist('Nets') | evaluate ipv4_lookup(datatable(Net:string, City:string)[], Address, Net)";
  expect(codesOf(`${open} | project Address, City, Owner`)).toEqual([]);
});
