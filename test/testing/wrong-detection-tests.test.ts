/** Events and tests that are wrong: each is told where it stands. */

import { describe } from "vitest";
import { CSV, run } from "./detection-case";

describe("a wrong event", () => {
  const of = (file: string) => `given: { SigninLogs: { file: ${file} } }\nexpect: { alerts: 1 }`;
  const did = "(did you mean `UserPrincipalName`?)";
  run([
    [
      "unknown column",
      of("bad.ndjson"),
      ["failed", `PKT6001 bad.ndjson:5:24 \`SigninLogs\` has no column \`UserPrincipalNam\` ${did}`],
    ],
    ["no JSON", of("half.ndjson"), ["failed", "PKT6001 half.ndjson:5:1 the line is not a JSON object"]],
    [
      "unknown column of a CSV, once",
      of("bad.csv"),
      ["failed", "PKT6001 bad.csv:1:1 `SigninLogs` has no column `Colour`"],
    ],
    [
      "too few cells",
      of("odd.csv"),
      ["failed", "PKT6001 odd.csv:3:1 the file is not CSV: Invalid Record Length: expect 2, got 1 on line 3"],
    ],
    [
      "unknown column of a JSON list",
      of("e.json"),
      ["failed", "PKT6001 e.json:4:4 `SigninLogs` has no column `IPAddres` (did you mean `IPAddress`?)"],
    ],
    ["no list", of("no.json"), ["failed", "PKT6001 no.json:1:1 the file is no JSON list of objects"]],
    ["another kind of file", of("e.txt"), ["failed", "PKT6001 e.txt:1:1 the file is none of .ndjson, .json and .csv"]],
    ["no file", of("none.csv"), ["failed", "PKT6002 t.yaml:+1:34 the file `none.csv` does not exist beside the test"]],
    [
      "a wrong value",
      "given:\n  SigninLogs:\n    - { TimeGenerated: soon }\nexpect: { alerts: 1 }",
      ["failed", "PKT6001 t.yaml:+3:28 the value of `TimeGenerated` is not a datetime: `soon`"],
    ],
    [
      "no time",
      "given:\n  SigninLogs:\n    - { IPAddress: x }\nexpect: { alerts: 1 }",
      ["failed", "PKT6001 t.yaml:+3:11 a row of `SigninLogs` has no TimeGenerated"],
    ],
    [
      "a wrong time of ingestion",
      "given:\n  SigninLogs:\n    - { TimeGenerated: -5m, _ingested: later }\nexpect: { alerts: 1 }",
      ["failed", "PKT6001 t.yaml:+3:44 expected a time or +3h, got `later`"],
    ],
    [
      "an unknown table",
      "given: { SigninLog: [] }\nexpect: { alerts: 1 }",
      ["failed", "PKT6002 t.yaml:+1:14 no table has the name `SigninLog` (did you mean `SigninLogs`?)"],
    ],
    [
      "a table that nothing reads",
      "given: { AuditLogs: [] }\nexpect: { alerts: 1 }",
      ["failed", "PKT6002 t.yaml:+1:14 the subject does not read the table `AuditLogs`"],
    ],
  ]);
});

describe("a wrong test", () => {
  run([
    [
      "unknown rule",
      "expect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+-3:7 no rule has the key `s` (did you mean `r`?)"],
      "rule: s",
    ],
    [
      "two subjects",
      "expect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+-2:1 a test has one subject, not a rule and a hunt"],
      "rule: r\nhunt: h",
    ],
    [
      "no subject",
      "expect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+-4:1 the test names no `rule`, `hunt` or `function`"],
      "pack: core",
    ],
    [
      "no call",
      "expect: { rows: 0 }",
      ["failed", 'PKT6002 t.yaml:+-3:11 `Bad` is no call, expected "Name(1h)"'],
      "function: Bad",
    ],
    ["nothing expected", "expect: {}", ["failed", "PKT6002 t.yaml:+1:13 the case expects nothing"]],
    [
      "alerts of a hunt",
      "expect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:15 only a rule has alerts and incidents"],
      "hunt: h",
    ],
    [
      "unknown tenant",
      "with: { tenant: contos }\nexpect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:21 no tenant has the key `contos` (did you mean `contoso`?)"],
    ],
    [
      "unknown parameter",
      "with: { parameters: { cod: x } }\nexpect: { alerts: 0 }",
      ["failed", "PKT5212 t.yaml:+1:32 `r` has no parameter `cod` (did you mean `code`?)"],
    ],
    [
      "parameters of a function",
      "with: { parameters: { cod: x } }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:13 a function takes arguments, not parameters"],
      'function: "Bad(1h)"',
    ],
    [
      "unknown absent table",
      "absent: [Signins]\nexpect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:14 no table has the name `Signins`"],
    ],
    [
      "given and absent",
      "absent: [SigninLogs]\ngiven: { SigninLogs: [] }\nexpect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:14 rows are given of the absent table `SigninLogs`"],
    ],
    [
      "unknown watchlist",
      "watchlists: { Egres: [] }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:19 no watchlist has the alias `Egres` (did you mean `Egress`?)"],
      "hunt: h",
    ],
    [
      "too many cells",
      "watchlists: { Egress: [[a, b, c]] }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:28 the row has 3 cells for 2 columns"],
      "hunt: h",
    ],
    [
      "unknown function",
      "functions: { Bat: [] }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:18 the subject calls no function `Bat` (did you mean `Bad`?)"],
      "hunt: h",
    ],
    [
      "unknown column of a function",
      "functions: { Bad: [{ Cont: 1 }] }\nexpect: { rows: 0 }",
      ["failed", "PKT6001 t.yaml:+1:26 `Bad` has no column `Cont` (did you mean `Count`?)"],
      "hunt: h",
    ],
    [
      "no such file beside",
      'external: { "https://lists.example/a.csv": x.csv }\nexpect: { rows: 2 }',
      ["failed", "PKT6002 t.yaml:+1:48 the file `x.csv` does not exist beside the test"],
      "hunt: far",
    ],
    [
      "unknown type of entity",
      `${CSV}expect: { alerts: [{ entities: { Accont: [] } }] }`,
      ["failed", "PKT6002 t.yaml:+2:38 no type of entity has the name `Accont` (did you mean `Account`?)"],
    ],
    [
      "unknown identifier",
      `${CSV}expect: { incidents: [{ entities: { IP: [{ Adress: x }] } }] }`,
      ["failed", "PKT6002 t.yaml:+2:48 no identifier of IP has the name `Adress` (did you mean `Address`?)"],
    ],
    [
      "unknown custom detail",
      `${CSV}expect: { alerts: [{ customDetails: { Failure: 1 } }] }`,
      ["failed", "PKT6002 t.yaml:+2:43 no custom detail of the rule has the name `Failure` (did you mean `Failures`?)"],
    ],
    [
      "unset property",
      `${CSV}expect: { alerts: [{ properties: { AlertLink: x } }] }`,
      ["failed", "PKT6002 t.yaml:+2:40 no property that the rule sets has the name `AlertLink`"],
    ],
    [
      "unknown tactic",
      `${CSV}expect: { alerts: [{ tactics: [Access] }] }`,
      ["failed", "PKT6002 t.yaml:+2:36 no tactic has the name `Access`"],
    ],
    [
      "unknown column expected",
      `${CSV}expect: { rows: [{ Failure: 1 }] }`,
      ["failed", "PKT6002 t.yaml:+2:24 no column of the result has the name `Failure` (did you mean `Failures`?)"],
    ],
  ]);
});
