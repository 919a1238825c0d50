/** What the engine refuses and Microsoft's parser does not: each check's own examples, and texts that look alike. */

import { describe, expect, test } from "vitest";
import { bind } from "../../src/kql/bind";
import { lints } from "../../src/kql/checks/lints";

const codesOf = (text: string) => bind({ text }).findings.map(({ code }) => code);

describe("records", () => {
  test.each(lints)("$code $title", ({ code, avoid, prefer, nearMiss }) => {
    expect(codesOf(String(avoid))).toContain(code);
    for (const right of [prefer, nearMiss]) expect(codesOf(String(right))).toEqual([]);
  });
});

describe("is refused", () => {
  test.each([
    ["PKT2010", "datatable(x:long)[1] | sort by x | summarize count() by x | extend p = prev(x)"],
    ["PKT2010", "let T = datatable(x:long)[1]; T | where x > 0 | extend p = next(x)"],
    ["PKT2010", "SigninLogs | extend n = row_number()"],
    ["PKT2010", "let f = () { datatable(x:long)[1] }; f() | extend n = row_cumsum(x)"],
    ["PKT2010", "datatable(x:long)[1] | sort by x | union (print x = 2) | extend n = row_number()"],
    ["PKT2012", "print t = now() | extend u = t + t"],
    ["PKT2012", "print s = 1h | extend u = s * s"],
    ["PKT2013", "print a = format_timespan(1h, 'd\\\\.hh')"],
    ["PKT2013", "let pattern = 'c'; print a = format_timespan(1h, pattern)"],
    ["PKT2014", "print a = extract('(?<=a)b', 0, 'ab')"],
    ["PKT2014", "print a = replace_regex('ab', '[a', '')"],
    ["PKT2016", "print a = dynamic([1, 9223372036854775808])"],
    ["PKT2016", "print a = -9223372036854775808"],
    ["PKT2040", "SigninLogs | summarize count() by UserId | take 1"],
    ["PKT2040", "SigninLogs | count | union (print Count = 1) | take 1"],
    ["PKT2055", "SecurityEvent | where CommandLine matches regex 'a.' and EventID == 1 | where Computer has 'dc'"],
    ["PKT2017", "print a = case(true, 'x', false, 1, 'y')"],
    ["PKT2017", "print a = coalesce(toint(1), 2.0)"],
  ])("%s %s", (code, text) => {
    expect(codesOf(text)).toContain(code);
  });
});

describe("is accepted", () => {
  test.each([
    "range x from 1 to 3 step 1 | extend n = row_number()",
    "SigninLogs | summarize Failures = count() | extend Many = Failures > 10 | take 1",
    "SigninLogs | count | take 1",
    "SigninLogs | take 0",
    "SecurityEvent | where (EventID == 1) and (CommandLine matches regex 'a.') | where Computer has 'dc'",
    "datatable(x:long)[1] | top 5 by x | where x > 0 | extend n = row_number()",
    "datatable(x:long)[1] | serialize | mv-expand y = dynamic([1]) | extend n = row_number()",
    "let f = (T:(x:long)) { T | extend n = row_number() }; let S = datatable(x:long)[1] | sort by x; f(S)",
    "let f = () { datatable(x:long)[1] | sort by x }; f() | extend n = row_number()",
    "(datatable(x:long)[1] | sort by x asc) | extend n = row_number()",
    "print t = now() | extend u = t - t, v = t - 1h",
    "print d = dynamic({'a': 1}) | extend e = d.a + 1, f = 1h * 2",
    "print a = iff(true, dynamic(1), 'x'), b = case(true, 1, false, int(2), 3)",
    "print a = extract_all('(a)(b)?', 'ab'), b = 'x' matches regex @'^\\d{3}(?P<n>x)$'",
    "print a = 9223372036854775807, b = 0x7FFFFFFFFFFFFFFF, c = '9223372036854775808'",
  ])("%s", (text) => {
    expect(bind({ text }).findings).toEqual([]);
  });
});

/** A problem of ours must not make the query look wrong. */
test("what is computed from a thing that is not evaluated is no mistake", () => {
  const { findings } = bind({ text: "print t = datetime_utc_to_local(now(), 'Australia/Sydney') | extend u = t - t" });
  expect(findings).toEqual([]);
});
