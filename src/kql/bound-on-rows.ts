/** Queries whose columns only the rows tell: bound again with what these rows give, until nothing is open. */

import { invariant, sourceText } from "../diagnostics";
import type { BindAnswer, BindRequest } from "./bind";
import { binderChecks } from "./checks/binder-checks";
import type { DeclaredColumns } from "./declared-columns";
import { compileProgram } from "./execute/compile-program";
import { QueryEnd } from "./execute/query-end";
import { type Ended, endedBy, newRun, type RunWorld } from "./execute/run-world";
import type { Program } from "./ir/program";
import { bagColumns } from "./plugins/bag-columns";
import { pivotColumns } from "./plugins/pivot-columns";

export interface OnRows {
  /** True where whoever reads the result goes by the names of its columns. */
  readonly isByName?: boolean;
  /** What was bound. */
  readonly request: BindRequest;
  readonly world: RunWorld;
  /** Binds again; undefined where nobody has bound that (yet). */
  readonly bound: (request: BindRequest) => BindAnswer | undefined;
}

export interface BoundOnRows {
  /** What the query binds to with the columns that these rows give its plugins. */
  readonly answer: BindAnswer | undefined;
  /** Why the rows give none. */
  readonly ended?: Ended;
}

/** A query is bound again with the columns of each plugin whose columns only its rows tell, from the first on. */
export function boundOnRows(answer: BindAnswer | undefined, on: OnRows): BoundOnRows {
  if (!answer?.program?.open) return { answer };
  const { request, bound } = on;
  const opened = openedColumns(answer.program, on);
  if ("kind" in opened) return { answer, ended: opened };
  const again: BindRequest = { ...request, declared: [...(request.declared ?? []), opened] };
  const next = bound(again);
  return boundOnRows(next && withHelp(next, again.declared ?? []), { ...on, request: again });
}

/**
 * A column that the rows do not give is one that the service does not know either: such a query fails. Source:
 * https://learn.microsoft.com/azure/sentinel/create-analytics-rules, best practices for analytics rule queries, read 2026-11-26.
 */
function withHelp(answer: BindAnswer, declared: readonly DeclaredColumns[]): BindAnswer {
  const made = [...new Set(declared.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  const help = `the columns behind the plugin are those that its rows give: ${made.length > 0 ? made.join(", ") : "here none"}; declare the others behind it, or read them by \`column_ifexists\``;
  const findings = answer.findings.map((each) =>
    each.code === binderChecks.unknownName.code
      ? { ...each, help: each.help === undefined ? help : `${each.help}; ${help}` }
      : each,
  );
  return { ...answer, findings };
}

function openedColumns(program: Program, { request, world, isByName }: OnRows): DeclaredColumns | Ended {
  try {
    const { open } = program;
    invariant(open, "only an open program is asked for its columns");
    const rows = compileProgram(program).produce(newRun(program, world));
    const found = open.call.kind === "pivot" ? pivotColumns(rows, open.call) : bagColumns(rows, open.call);
    if ("problem" in found) throw new QueryEnd(found.refusal, found.problem, open.place);
    const isSeen = open.orderSeen === "in the query" || (open.orderSeen === "in the result" && !isByName);
    // One new column stands behind the others, whatever the order.
    const isOpen = open.call.kind === "pivot" && found.columns.length > open.call.keys.length + 1;
    if (isSeen && isOpen) throw new QueryEnd("unsupported", ORDER, open.place);
    return { at: open.at, ...(open.in === undefined ? {} : { in: open.in }), columns: found.columns };
  } catch (error) {
    return endedBy(error, sourceText("query", request.text));
  }
}

const ORDER =
  "the order of the columns that the plugin makes is not documented: it is evaluated where a later step names them, such as `project`, or where they are declared behind it";
