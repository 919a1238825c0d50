/** Cases of a DetectionTest: each runs as the service would run its subject. */

import { type Diagnostic, finding, hasErrors, placeOf, type Span, sourceText } from "../../diagnostics";
import type { Document } from "../../documents";
import { cellsOfRows, type Program, runProgram, type Tap } from "../../kql/run";
import { alertsOf, incidentsOf, type ResultRow } from "../../sentinel";
import { testingInfo } from "../checks/checks";
import type { CaseOutcome, Difference, TestContext, TestRunner } from "../test-case";
import { type CaseQuery, caseQuery, type DetectionTest } from "./case-query";
import { caseWorld } from "./case-world";
import { deployedRule } from "./deployed-rule";
import { isAsExpected, type Told, toldAlert, toldIncident } from "./expectations";

export const detectionRunner: TestRunner<"DetectionTest"> = {
  cases: (test, documents, context) =>
    test.body.cases.map(({ name }, index) => ({
      subject: test.body.rule ?? test.body.hunt ?? test.body.function ?? "",
      name,
      at: test.place.at(`/cases/${index}/name`),
      run: () => runCase({ test, index }, documents, context),
    })),
};

interface CaseAt {
  readonly test: DetectionTest;
  readonly index: number;
}

function failed(diagnostics: readonly Diagnostic[]): CaseOutcome {
  return { differences: [], diagnostics };
}

function runCase({ test, index }: CaseAt, documents: readonly Document[], context: TestContext): CaseOutcome {
  const { body, place } = test;
  const at = place.at(`/cases/${index}/name`);
  const notRun = (message: string, where: Span = at) => failed([finding(testingInfo.notRun, { message, at: where })]);
  if (body.cases[index]?.functions)
    return notRun("rows in the place of functions are not evaluated", place.at(`/cases/${index}/functions`, "key"));
  const query = caseQuery({ test, index, documents, context });
  if ("failure" in query) return failed(query.failure);
  const answer = context.bound(query.request);
  const errors = answer?.findings.filter(({ severity }) => severity === "error") ?? [];
  const placed = (start: number, end: number) => query.compiled?.query?.query.placeOf(start, end).at ?? at;
  if (errors.length > 0) return failed(errors.map(({ start, end, ...rest }) => ({ ...rest, at: placed(start, end) })));
  if (!answer?.program) {
    const refusals = answer?.refusals.map(({ start, end, ...rest }) => ({ ...rest, at: placed(start, end) })) ?? [];
    return refusals.length > 0 ? failed(refusals) : notRun("the query is not evaluated");
  }
  return evaluated({ test, index }, { query, program: answer.program, placed }, context);
}

interface Runnable {
  readonly query: CaseQuery;
  readonly program: Program;
  readonly placed: (start: number, end: number) => Span;
}

function evaluated({ test, index }: CaseAt, { query, program, placed }: Runnable, context: TestContext): CaseOutcome {
  const rule = query.compiled && deployedRule(query.compiled);
  const now = Date.parse(test.body.now);
  const window = rule && { kind: rule.kind, now, queryPeriodSeconds: rule.queryPeriodSeconds };
  const world = caseWorld({ test, index, request: query.request, beside: context.beside, window });
  if (hasErrors(world.diagnostics)) return failed(world.diagnostics);
  const ran = runProgram(
    program,
    { ...world, now: new Date(now).toISOString(), elapsedSeconds: context.elapsedSeconds, taps: true },
    sourceText("query", query.request.text),
  );
  if (ran.kind === "ended") {
    const { at, ...rest } = ran.diagnostic;
    return failed([{ ...rest, at: placed(at?.start ?? 0, at?.end ?? 0) }]);
  }
  const rows = cellsOfRows(ran.rows, ran.columns).map(
    (cells): ResultRow => Object.fromEntries(ran.columns.map(({ name }, slot) => [name, cells[slot] ?? null])),
  );
  const expected = test.body.cases[index]?.expect ?? {};
  const at = test.place.at(`/cases/${index}/expect`);
  if (!rule && (expected.alerts !== undefined || expected.incidents !== undefined))
    return failed([finding(testingInfo.badTest, { message: "only a rule has alerts and incidents", at })]);
  if (Object.keys(expected).length === 0)
    return failed([finding(testingInfo.badTest, { message: "the case expects nothing", at })]);
  const alerts = rule ? alertsOf(rule, rows) : [];
  const unclear = statedButUndocumented(
    expected.alerts,
    alerts.flatMap(({ undocumented }) => undocumented),
  );
  if (unclear !== undefined)
    return failed([
      finding(testingInfo.notRun, {
        message: `the ${unclear} of an alert whose rows differ in it is not evaluated`,
        at,
      }),
    ]);
  const actual = {
    alerts: alerts.map(toldAlert),
    incidents: rule ? incidentsOf(rule, alerts).map(toldIncident) : [],
    rows,
  };
  const differences = (["alerts", "incidents", "rows"] as const).flatMap((of): readonly Difference[] => {
    const wanted = expected[of];
    return wanted === undefined || isAsExpected(wanted, actual[of])
      ? []
      : [{ of, expected: wanted, actual: actual[of] }];
  });
  const lost = differences.length > 0 ? lostAt(ran.taps, placed) : undefined;
  return {
    differences,
    diagnostics: [],
    ...(lost === undefined ? {} : { details: [lost] }),
  };
}

function statedButUndocumented(
  expected: number | readonly Told[] | undefined,
  undocumented: readonly string[],
): string | undefined {
  return Array.isArray(expected) ? undocumented.find((part) => expected.some((each: Told) => part in each)) : undefined;
}

/** The first step that was given rows and let none through. */
function lostAt(taps: readonly Tap[], placed: Runnable["placed"]): string | undefined {
  const tap = taps.find(({ rowsIn, rowsOut }) => rowsIn > 0 && rowsOut === 0);
  if (!tap) return undefined;
  const { path, start } = placeOf(placed(tap.at[0], tap.at[1]));
  return `\`${tap.step}\` at ${path}:${start.line}:${start.column} took ${tap.rowsIn} rows and gave none`;
}
