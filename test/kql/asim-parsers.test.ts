/** ASIM's parsers: known by parameters and columns, run where their rows are given. */

import { describe, expect, test } from "vitest";
import { bind } from "../../src/kql/bind";
import { asimParsers } from "../../src/kql/tables/asim-parsers";

function told(text: string): unknown {
  const { findings, columns } = bind({ text });
  return findings.length > 0
    ? findings.map(({ code, message }) => `${code} ${message}`)
    : columns.map(({ name, type }) => `${name}:${type}`);
}

describe("parsers", () => {
  test.each([
    ["imAuthentication | summarize count() by TargetUserId", ["TargetUserId:string", "count_:long"]],
    ["_Im_NetworkSession(starttime=ago(1d), dstportnumber=22) | project DstPortNumber", ["DstPortNumber:int"]],
    ["_ASim_Dns | project DnsQuery, TimeGenerated", ["DnsQuery:string", "TimeGenerated:datetime"]],
    ["_Im_Authentication_SigninLogs(disabled=false) | project EventResult", ["EventResult:string"]],
    ["vimDnsAzureFirewall(responsecodename='NXDOMAIN') | project DnsQuery", ["DnsQuery:string"]],
    ["imProcessCreate | project CommandLine, User", ["CommandLine:dynamic", "User:dynamic"]],
    ["ASimDnsActivityLogs | project DnsQuery", ["DnsQuery:string"]],
  ])("%s", (text, columns) => expect(told(text)).toEqual(columns));

  test.each([
    ["_ASim_Dns(responsecodename='NXDOMAIN') | project DnsQuery", 1],
    ["_Im_Nothing | take 1", 1],
    ["imDnsTypo | take 1", 1],
  ])("%s is wrong", (text, errors) => {
    expect(bind({ text }).findings.filter(({ severity }) => severity === "error").length).toBe(errors);
  });

  test("only those that a text names", () => {
    const names = asimParsers(["imDns | union _Im_WebSession", "simDns | project important"]).map(({ name }) => name);
    expect(names).toEqual(["imDns", "_Im_WebSession"]);
  });
});

describe("running", () => {
  test("without rows it is refused by name", () => {
    const { refusals, program } = bind({ text: "_Im_Dns | count" });
    expect({ program, refusals: refusals.map(({ message }) => message) }).toEqual({
      program: undefined,
      refusals: ["`_Im_Dns()` is not evaluated as a source of rows"],
    });
  });

  test("what stands in for it answers to its parameters", () => {
    const body = "datatable(DnsQuery:string)['a.example']";
    const text = "_Im_Dns(starttime=ago(1h), responsecodename='NXDOMAIN') | count";
    const { findings, refusals } = bind({ text, functions: [{ name: "_Im_Dns", body }] });
    expect([...findings, ...refusals]).toEqual([]);
  });
});

describe("open results", () => {
  const open = (text: string) => bind({ text }).isOpen;

  test.each([
    "imDns | where X == 1 | extend z = 1 | sort by z",
    "imDns | distinct *",
    "imDns | summarize arg_max(TimeGenerated, *) by X",
    "let d = imDns; d | take 1",
    "imDns | project a = 1 | join (imDns) on $left.a == $right.b",
    "union (imDns | project a = 1), imDns",
    "print b = dynamic({'x': 1}) | evaluate bag_unpack(b)",
  ])("%s may have more columns", (text) => expect(open(text)).toBe(true));

  test.each([
    "imDns | summarize count() by X",
    "imDns | project a = X | extend b = a",
    "imDns | distinct X",
    "let d = imDns | project a = X; d | join (d) on a",
    "let f = () { imDns | project a = X }; f() | take 1",
    "let m = materialize(imDns | project a = X); union m, (imDns | project b = 1)",
  ])("%s has the columns that it names", (text) => expect(open(text)).toBe(false));
});
