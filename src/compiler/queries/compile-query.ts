/** The query of a document as it is deployed: optional tables, parameters, the document's own text, the tenant's exceptions. */

import { parseDuration } from "../../documents";
import { standardTable } from "../../kql/check";
import { maskedCode } from "../../plan";
import type { Effective, Frame, ParameterValues } from "../frame";
import { type PreludeLine, prelude } from "../parameters/prelude";
import { exceptionColumns, exceptionParts } from "../tenants/exceptions";
import { columnUses } from "./column-uses";
import type { CompiledQuery, Shadow } from "./compiled-query";
import { madePart, type QueryPart, queryText } from "./query-text";
import { optionalPrelude, reachableShapes } from "./shapes";
import { tableNames } from "./table-names";

type Queried = Effective<"Scheduled" | "NRT" | "HuntingQuery">;

export function compileQuery(effective: Queried, frame: Frame, values: ParameterValues): CompiledQuery {
  const { document, body, at } = effective;
  const { shapes, tables } = frame;
  const lines = prelude(body.parameters ?? {}, values, at);
  const empty = optionalPrelude(body, { tables, declared: shapes.tables });
  const isRule = document.kind !== "HuntingQuery";
  const own: QueryPart = {
    text: body.query,
    origin: "document",
    at: (start, end) => document.place.within("/query", start, end),
  };
  const fixed = madePart(empty, "prelude", () => document.place.at("/optional", "key"));
  const rest = [own, ...(isRule ? exceptionParts(frame.tenant, document.key) : [])];
  const query = queryText([fixed, ...lines, ...rest]);
  const request = { text: query.text, ...reachableShapes(query.text, shapes) };
  const shadow = shadowOf([fixed, ...lines], rest, request);
  return {
    query,
    request,
    uses: columnUses(effective),
    useSeverity: isRule ? "error" : "warning",
    isRule,
    exceptions: isRule ? exceptionColumns(frame.tenant, document.key) : [],
    ...(shadow ? { shadow } : {}),
    ...periodOf(effective),
    tableNames: () => tableNames(shapes),
  };
}

function periodOf({ document, body, at }: Queried): Pick<CompiledQuery, "period"> {
  const text = document.kind === "Scheduled" && "queryPeriod" in body ? body.queryPeriod : undefined;
  const duration = text === undefined ? undefined : parseDuration(text);
  return text === undefined || !duration
    ? {}
    : {
        period: {
          seconds: duration.seconds,
          text,
          at: at("/queryPeriod"),
          queryAt: document.place.at("/query", "key"),
        },
      };
}

/** Parameters whose name is also that of a column at hand, or is given to one: only for them it has to be found out what a use means. */
function shadowOf(
  head: readonly (QueryPart | PreludeLine)[],
  rest: readonly QueryPart[],
  request: CompiledQuery["request"],
): Shadow | undefined {
  const code = maskedCode(rest.map(({ text }) => text).join(""));
  const columns = columnsNear(code, request);
  const isDoubtful = (name: string) => columns.has(name) || new RegExp(`\\b${name}\\s*(?:=(?![=~])|:)`).test(code);
  const names = head.flatMap((part) => ("name" in part && isDoubtful(part.name) ? [part.name] : []));
  if (names.length === 0) return undefined;
  const query = queryText([...head.filter((part) => !("name" in part && names.includes(part.name))), ...rest]);
  return {
    request: { ...request, text: query.text },
    names,
    at: (start, end) => query.placeOf(start, end).at,
  };
}

/** Columns of all tables that the code names. */
function columnsNear(code: string, { tables = [] }: CompiledQuery["request"]): ReadonlySet<string> {
  const named = [...new Set(code.match(/[A-Za-z_]\w*/g) ?? [])].flatMap((name) => standardTable(name) ?? []);
  return new Set([...tables, ...named].flatMap(({ columns }) => columns.map(({ name }) => name)));
}
