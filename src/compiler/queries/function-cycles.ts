/** Workspace functions whose bodies lead back to themselves: Microsoft's library binds them without a word. */

import { type Diagnostic, finding } from "../../diagnostics";
import type { Document, DocumentOf } from "../../documents";
import { maskedCode } from "../../plan";
import { functionCycle } from "../checks/function-cycle";

interface Call {
  readonly to: DocumentOf<"Function">;
  /** Offsets of the name in the caller's query. */
  readonly at: readonly [start: number, end: number];
}

/** Each circle is told once, at the call by which its first function (by key) enters it. */
export function functionCycles(documents: readonly Document[]): readonly Diagnostic[] {
  const functions = documents.flatMap((each) => (each.kind === "Function" ? [each] : []));
  const calls = new Map(functions.map((each) => [each, callsIn(each, functions)]));
  return functions.flatMap((start) => {
    const circle = shortestWayBack(start, calls);
    const [first] = circle;
    if (!first || circle.some(({ to }) => to.key < start.key)) return [];
    const names = [start, ...circle.map(({ to }) => to)].map(({ body }) => body.name);
    const message =
      circle.length === 1 ? `\`${start.body.name}\` calls itself` : `functions call each other: ${names.join(", ")}`;
    return [finding(functionCycle, { message, at: start.place.within("/query", ...first.at) })];
  });
}

/** Calls with brackets, and names that stand where rows come from. */
function callsIn({ body }: DocumentOf<"Function">, functions: readonly DocumentOf<"Function">[]): readonly Call[] {
  const code = maskedCode(body.query);
  return functions.flatMap((to) => {
    const { name } = to.body;
    const call = new RegExp(`(?<![.\\w])${name}(?=\\s*\\()|(?<=(?:^|;|\\()\\s*)${name}(?=\\s*(?:$|[|;)]))`).exec(code);
    return call ? [{ to, at: [call.index, call.index + name.length] as const }] : [];
  });
}

/** The calls that lead from a function back to it; empty when none do. */
function shortestWayBack(
  start: DocumentOf<"Function">,
  calls: ReadonlyMap<DocumentOf<"Function">, readonly Call[]>,
): readonly Call[] {
  const seen = new Set<DocumentOf<"Function">>();
  let ways: readonly (readonly Call[])[] = (calls.get(start) ?? []).map((call) => [call]);
  while (ways.length > 0) {
    const back = ways.find((way) => way.at(-1)?.to === start);
    if (back) return back;
    ways = ways.flatMap((way) => {
      const last = way.at(-1)?.to;
      if (!last || seen.has(last)) return [];
      seen.add(last);
      return (calls.get(last) ?? []).map((call) => [...way, call]);
    });
  }
  return [];
}
