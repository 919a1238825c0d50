/** The query of a case on its rows: bound, held against what the case names, and run. */

import { type Diagnostic, finding, hasErrors, sourceText } from "../../diagnostics";
import type { BindRequest, Finding } from "../../kql/check";
import { boundOnRows, type Ran, type RunWorld, runProgram } from "../../kql/run";
import { testingInfo } from "../checks/checks";
import type { CaseFrame } from "./case-frame";
import type { CaseQuery } from "./case-query";
import { unreadTables } from "./case-world";
import { expectationFindings } from "./expectation-findings";

type RanRows = Extract<Ran, { readonly kind: "rows" }>;

export type QueryRan = { readonly rows: RanRows } | { readonly diagnostics: readonly Diagnostic[] };

export interface CaseRows {
  /** What is bound, with the columns of the given rows. */
  readonly request: BindRequest;
  readonly world: RunWorld;
}

export function runQuery(frame: CaseFrame, { rule, placed }: CaseQuery, { request, world }: CaseRows): QueryRan {
  const { context, at } = frame;
  const here = ({ start, end, ...rest }: Finding): Diagnostic => ({ ...rest, at: placed(start, end) });
  const { answer, ended } = boundOnRows(context.bound(request), {
    request,
    world,
    bound: context.bound,
    isByName: true,
  });
  const errors = answer?.findings.filter(({ severity }) => severity === "error") ?? [];
  if (errors.length > 0) return { diagnostics: errors.map(here) };
  if (!answer?.program) {
    const refusals = answer?.refusals.map(here) ?? [];
    const message = "the query is not evaluated";
    return {
      diagnostics: refusals.length > 0 ? refusals : [finding(testingInfo.notRun, { message, at: at("/name") })],
    };
  }
  const { columns } = answer.program;
  const mistaken = [
    ...unreadTables(frame, answer.reads.tables),
    ...(ended ? [] : expectationFindings(frame, { rule, columns })),
  ];
  if (hasErrors(mistaken)) return { diagnostics: mistaken };
  const ran = ended ?? runProgram(answer.program, world, sourceText("query", request.text));
  if (ran.kind === "rows") return { rows: ran };
  const { at: span, ...rest } = ran.diagnostic;
  return { diagnostics: [{ ...rest, at: placed(span?.start ?? 0, span?.end ?? 0) }] };
}
