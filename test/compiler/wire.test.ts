import { describe, expect, test } from "vitest";
import { checkDocuments, compileTenant } from "../../src/compiler";
import { placeOf, sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { bind } from "../../src/kql/check";

const context = { now: "2026-01-15T12:00:00Z", purpose: "check", beside: () => undefined, bound: bind } as const;

const rule = (query: string, more = "") => `key: r
name: R
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
query: |
${query.replace(/^/gm, "  ")}
${more}`;

const tenant = (more = "") => `kind: Tenant
key: t
tenantId: 11111111-1111-4111-8111-111111111111
stage: enforce
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
${more}`;

/** Errors and warnings as `code line:column message (help)`, and what stands at the place. */
function found(...texts: readonly string[]): readonly string[] {
  const read = readDocuments(sourceText("r.yaml", texts.join("---\n")));
  return [...read.diagnostics, ...checkDocuments(read.value, context)]
    .filter(({ severity }) => severity !== "info")
    .map(({ code, message, help, at }) => {
      const place = at && placeOf(at);
      const text = at?.source.text.slice(at.start, at.end);
      return `${code} ${place?.start.line}:${place?.start.column} [${text}] ${message}${help ? ` (${help})` : ""}`;
    });
}

describe("a document against the result of its query", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "a mapped column of another case",
      [
        rule(
          "SigninLogs | project UserId, IPAddress",
          "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IpAddress }] }]\n",
        ),
      ],
      [
        "PKT5401 9:87 [IpAddress] the query's result has no column `IpAddress` for the identifier Address of the entity IP (did you mean `IPAddress`?)",
      ],
    ],
    [
      "a service that rules can't ask, and a hunt that may",
      [
        rule('arg("").Resources | project TimeGenerated = now(), id'),
        'kind: HuntingQuery\nkey: h\nname: H\ndescription: h\ntactics: [Impact]\nquery: arg("").Resources | project id\n',
      ],
      ['PKT2020 8:3 [arg("").Resources] an analytics rule asks Azure Resource Graph'],
    ],
    [
      "a placeholder",
      [rule("SigninLogs | project UserId", 'alertDetailsOverride: { alertDisplayNameFormat: "by {{User}}" }\n')],
      [
        'PKT5401 9:49 ["by {{User}}"] the query\'s result has no column `User` for the name of the alert (the result has UserId)',
      ],
    ],
    [
      "a mistake in the query, on its column of the file, behind a prelude",
      [
        rule(
          "SigninLogs\n| where UserIdd == wanted",
          "parameters: { wanted: { type: string, default: a, description: a user } }\n",
        ),
      ],
      [
        "PKT2006 9:11 [UserIdd] the name `UserIdd` does not refer to any known column, table, variable or function (did you mean `UserId`? (Microsoft's code is KS142))",
      ],
    ],
    [
      "what is no table of one's own may be a function",
      [rule("Zoom | project UserId"), rule("Zoom_CL | project UserId").replace("key: r", "key: other")],
      [
        "PKT2006 8:3 [Zoom] the name `Zoom` does not refer to any known table, tabular variable or function (a document `kind: Table` with `name: Zoom` declares a table of the workspace, `kind: Function` one of its functions (parsers of solutions are functions))",
        "PKT2006 17:3 [Zoom_CL] the name `Zoom_CL` does not refer to any known table, tabular variable or function (a document `kind: Table` with `name: Zoom_CL` declares a table of the workspace)",
      ],
    ],
    [
      "an entity of a column of which nothing tells the type",
      [
        rule(
          "_GetWatchlist('Vip') | project User",
          "entityMappings: [{ entityType: Account, fieldMappings: [{ identifier: FullName, columnName: User }] }]\n",
        ),
      ],
      [],
    ],
    [
      "a table that nobody knows",
      [rule("SigninLog | project UserId")],
      [
        "PKT2006 8:3 [SigninLog] the name `SigninLog` does not refer to any known table, tabular variable or function (did you mean `SigninLogs`?)",
      ],
    ],
    [
      "a mistake inside a function, told there",
      [
        'kind: Function\nkey: f\nname: Failures\nsignature: "(lookback: timespan = 1d)"\nquery: SigninLogs | where TimeGenerated > ago(lookbac)\n',
      ],
      [
        "PKT2006 5:47 [lookbac] the name `lookbac` does not refer to any known column, table, variable or function (did you mean `lookback`? (Microsoft's code is KS142))",
      ],
    ],
    [
      "a function, a watchlist and a declared table",
      [
        rule(
          "Failures(1h) | join kind=inner (Known_CL) on UserId | join kind=inner _GetWatchlist('Egress') on $left.IPAddress == $right.Address",
        ),
        'kind: Function\nkey: f\nname: Failures\nsignature: "(lookback: timespan = 1d)"\nquery: SigninLogs | where TimeGenerated > ago(lookback)\n',
        "kind: Watchlist\nkey: w\nalias: Egress\nsearchKey: Address\ncolumns: [Address, Owner]\nrows: []\n",
        "kind: Table\nname: Known_CL\ncolumns: { UserId: string }\n",
      ],
      [],
    ],
    [
      "an exception for a column that is not in the result",
      [
        rule("SigninLogs | project UserId, IPAddress"),
        tenant("exceptions: [{ rule: r, where: { UserID: [a] }, owner: soc, reason: known, until: 2099-01-01 }]\n"),
      ],
      ["PKT5401 15:34 [UserID] the query's result has no column `UserID` for the exception (did you mean `UserId`?)"],
    ],
  ])("%s", (_, texts, wanted) => {
    expect(found(...texts)).toEqual(wanted);
  });
});

function planned(...texts: readonly string[]) {
  const { value } = readDocuments(sourceText("r.yaml", texts.join("---\n")));
  const [chosen] = value.flatMap((each) => (each.kind === "Tenant" ? [each] : []));
  return chosen && compileTenant(chosen, value, context).value;
}

describe("tables that a tenant has", () => {
  const query = "union SigninLogs, AuditLogs | project TimeGenerated, Identity";

  test("a rule that reads another is inactive, whatever its connectors say", () => {
    const plan = planned(rule(query), tenant("tables: [SigninLogs]\nallowEmpty: true\n"));
    expect(plan?.inactive).toEqual([
      { key: "r", kind: "Scheduled", title: "R", because: "no AuditLogs in this tenant" },
    ]);
    expect(plan?.resources).toEqual([]);
  });

  test("an optional one that is lacking is an empty table of its type", () => {
    const plan = planned(rule(query, "optional: [AuditLogs]\n"), tenant("tables: [SigninLogs]\n"));
    expect(plan?.inactive).toEqual([]);
    expect(plan?.resources[0]?.inputs.query).toBe(
      `let AuditLogs = datatable(TimeGenerated: datetime, Identity: string)[];\n${query}\n`,
    );
  });
});

test("a hunting query with an id that is no GUID is deployed under one, a rule is not", () => {
  const hunt = "kind: HuntingQuery\nid: a1b2-hunt\nname: H\ndescription: h\ntactics: [Impact]\nquery: SigninLogs\n";
  expect(found(hunt)).toEqual([]);
  expect(found(rule("SigninLogs").replace("key: r", "id: a1b2-hunt"))).toEqual([
    expect.stringMatching(/^PKT1024 1:5 \[a1b2-hunt\] expected a GUID/),
  ]);
  const [saved] = planned(hunt, tenant())?.resources ?? [];
  expect(saved?.name).toBe("a1b2-hunt");
  expect(saved?.inputs.savedSearchId).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
});
