/** Cases of a DetectionTest: each runs as the service would run its subject. */

import type { TenantDocument } from "../../compiler";
import { type Diagnostic, hasErrors } from "../../diagnostics";
import type { RunWorld } from "../../kql/run";
import type { CaseOutcome, TestRunner } from "../test-case";
import { type CaseFrame, caseFrames } from "./case-frame";
import { caseOutcome } from "./case-outcome";
import { type CaseQuery, caseQuery } from "./case-query";
import { caseSubject, subjectName, subjectTitle } from "./case-subject";
import { caseTenant } from "./case-tenant";
import { caseWatchlists } from "./case-watchlists";
import { caseWorld } from "./case-world";
import { detectionReferences } from "./detection-references";
import { runQuery } from "./run-query";
import { stubFunctions } from "./stub-functions";

export const detectionRunner: TestRunner<"DetectionTest"> = {
  isAbout: (test, documents) => caseSubject({ test, documents }).value !== undefined,
  references: detectionReferences,
  cases: (test, documents, context) =>
    caseFrames(test, documents, context).map((frame) => ({
      subject: subjectName(test),
      title: subjectTitle(test, documents),
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
  const { context, now } = frame;
  const { rule } = query;
  const stubs = stubFunctions(frame, query.request, tenant);
  const window = rule && { kind: rule.kind, now, queryPeriodSeconds: rule.queryPeriodSeconds };
  const seen = caseWorld(frame, stubs.value.request, window);
  const watchlists = caseWatchlists(frame, query.request, tenant);
  const wrong = [...stubs.diagnostics, ...seen.diagnostics, ...watchlists.diagnostics];
  if (hasErrors(wrong)) return failed(wrong);
  const world: RunWorld = {
    tables: new Map([...seen.tables, ...stubs.value.rows]),
    watchlists: watchlists.rows,
    ingested: seen.ingested,
    external: seen.external,
    ...(seen.geo ? { geo: seen.geo } : {}),
    ...(frame.body.seasonality === undefined ? {} : { seasonality: frame.body.seasonality }),
    now: new Date(now).toISOString(),
    elapsedSeconds: context.elapsedSeconds,
    taps: true,
  };
  const ran = runQuery(frame, query, { request: seen.request, world });
  if ("diagnostics" in ran) return failed(ran.diagnostics);
  return caseOutcome(frame, query, { ...ran.rows, portal: tenant.body.portal ?? "defender" });
}
