/** ASIM's helper functions: known in every workspace, run where their answer is told. */

import { describe, expect, test } from "vitest";
import { bind } from "../../src/kql/bind";
import { rowsOf } from "./run-bound-query";

const ROWS = "datatable(Device:string, Code:long)['a.b.example', 6, 'alone', 17, '', 0]";

describe("names of hosts are resolved", () => {
  test.each([
    [
      "invoke _ASIM_ResolveFQDN('Device') | project ExtractedHostname, Domain, FQDN, DomainType",
      ["a", "b.example", "a.b.example", "FQDN"],
    ],
    [
      "invoke _ASIM_ResolveDvcFQDN('Device') | project DvcHostname, DvcDomain, DvcFQDN, DvcDomainType",
      ["a", "b.example", "a.b.example", "FQDN"],
    ],
    [
      "invoke _ASIM_ResolveSrcFQDN('Device') | project SrcHostname, SrcDomain, SrcFQDN, SrcDomainType",
      ["a", "b.example", "a.b.example", "FQDN"],
    ],
  ])("%s", (query, first) => {
    expect(rowsOf(`${ROWS} | ${query}`)).toEqual([first, ["alone", "", "", ""], ["", "", "", ""]]);
  });
});

describe("known by what they give, and not evaluated", () => {
  const told = (text: string) => {
    const { findings, refusals, columns } = bind({ text });
    return {
      findings: findings.map(({ code }) => code),
      refusals: refusals.map(({ message }) => message),
      columns: columns.map(({ name, type }) => `${name}:${type}`),
    };
  };

  test.each([
    [`${ROWS} | project n = _ASIM_LookupNetworkProtocol(Code)`, "_ASIM_LookupNetworkProtocol", ["n:string"]],
    [
      `${ROWS} | invoke _ASIM_ResolveDnsQueryType('Code') | project DnsQueryType, DnsQueryTypeName`,
      "_ASIM_LookupDnsQueryType",
      ["DnsQueryType:int", "DnsQueryTypeName:string"],
    ],
    [
      `${ROWS} | where Device in (_ASIM_GetSourceBySourceType('Any')) | project Code`,
      "_ASIM_GetSourceBySourceType",
      ["Code:long"],
    ],
    [`${ROWS} | project t = _ASIM_GetUsernameType(Device)`, "_ASIM_GetUsernameType", ["t:string"]],
  ])("%s", (text, name, columns) => {
    expect(told(text)).toEqual({ findings: [], refusals: [`\`${name}\` is not evaluated`], columns });
  });

  test("one of the workspace's own takes its place", () => {
    const functions = [{ name: "_ASIM_LookupICMPType", parameters: "(code:int)", body: "strcat('t', code)" }];
    const { findings, refusals } = bind({ text: "print n = _ASIM_LookupICMPType(8)", functions });
    expect([...findings, ...refusals]).toEqual([]);
  });

  test("a name that none of them has stays unknown", () => {
    expect(told("print n = _ASIM_LookupNothing(8)").findings).toEqual(["PKT2005"]);
  });
});
