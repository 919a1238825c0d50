/** Cases of a DetectionTest: each runs as the service would run its subject. */

import type { TenantDocument } from "../../compiler";
import { type Diagnostic, finding, hasErrors, sourceText } from "../../diagnostics";
import { runProgram } from "../../kql/run";
import { testingInfo } from "../checks/checks";
import type { CaseOutcome, TestRunner } from "../test-case";
import { type CaseFrame, caseFrames } from "./case-frame";
import { caseOutcome } from "./case-outcome";
import { type CaseQuery, caseQuery } from "./case-query";
import { caseSubject, subjectName } from "./case-subject";
import { caseTenant } from "./case-tenant";
import { caseWatchlists } from "./case-watchlists";
import { caseWorld, unreadTables } from "./case-world";
import { expectationFindings } from "./expectation-findings";
import { stubFunctions } from "./stub-functions";

export const detectionRunner: TestRunner<"DetectionTest"> = {
  cases: (test, documents, context) =>
    caseFrames(test, documents, context).map((frame) => ({
      subject: subjectName(test),
      name: frame.body.name,
      at: frame.at("/name"),
      run: () => runCase(frame),
    })),
};

function failed(diagnostics: readonly Diagnostic[]): CaseOutcome {
  return { differences: [], diagnostics };
}

function runCase(frame: CaseFrame): CaseOutcome {
  const subject = caseSubject(frame);
  if (!subject.value) return failed(subject.diagnostics);
  const tenant = caseTenant(frame, subject.value.document.key);
  if (!tenant.value || hasErrors(tenant.diagnostics)) return failed(tenant.diagnostics);
  const query = caseQuery(frame, subject.value, tenant.value);
  if (!query.value) return failed(query.diagnostics);
  return evaluated(frame, query.value, tenant.value);
}

function evaluated(frame: CaseFrame, query: CaseQuery, tenant: TenantDocument): CaseOutcome {
  const { context, now, at } = frame;
  const { rule, placed } = query;
  const stubs = stubFunctions(frame, query.request, tenant);
  const window = rule && { kind: rule.kind, now, queryPeriodSeconds: rule.queryPeriodSeconds };
  const world = caseWorld(frame, stubs.value.request, window);
  const watchlists = caseWatchlists(frame, query.request, tenant);
  const wrong = [...stubs.diagnostics, ...world.diagnostics, ...watchlists.diagnostics];
  if (hasErrors(wrong)) return failed(wrong);
  const answer = context.bound(world.request);
  const here = ({
    start,
    end,
    ...rest
  }: { readonly start: number; readonly end: number } & Omit<Diagnostic, "at">) => ({
    ...rest,
    at: placed(start, end),
  });
  const errors = answer?.findings.filter(({ severity }) => severity === "error") ?? [];
  if (errors.length > 0) return failed(errors.map(here));
  if (!answer?.program) {
    const refusals = answer?.refusals.map(here) ?? [];
    const message = "the query is not evaluated";
    return failed(refusals.length > 0 ? refusals : [finding(testingInfo.notRun, { message, at: at("/name") })]);
  }
  const mistaken = [
    ...unreadTables(frame, answer.reads.tables),
    ...expectationFindings(frame, { rule, columns: answer.program.columns }),
  ];
  if (hasErrors(mistaken)) return failed(mistaken);
  const ran = runProgram(
    answer.program,
    {
      tables: new Map([...world.tables, ...stubs.value.rows]),
      watchlists: watchlists.rows,
      ingested: world.ingested,
      external: world.external,
      now: new Date(now).toISOString(),
      elapsedSeconds: context.elapsedSeconds,
      taps: true,
    },
    sourceText("query", world.request.text),
  );
  if (ran.kind === "ended") {
    const { at: span, ...rest } = ran.diagnostic;
    return failed([{ ...rest, at: placed(span?.start ?? 0, span?.end ?? 0) }]);
  }
  return caseOutcome(frame, query, { ...ran, portal: tenant.body.portal ?? "defender" });
}
