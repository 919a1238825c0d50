/** A plugin whose columns only its rows tell, on the way down: what goes into it is the program, until the query is bound again with the columns. */

import type { OpenPlugin } from "../ir/program";
import type { Tabular } from "../ir/tabular";
import { childOf, simpleName } from "../kusto/node";
import type { Scope } from "../lower/scope";
import type { LoweredOperator } from "../operators/definition";
import type { Column } from "../values/type-name";
import type { PluginCall } from "./definition";

export interface Opening extends Pick<OpenPlugin, "call" | "orderSeen"> {
  /** The rows that go in. */
  readonly input: Tabular;
  /** What is known to come out. */
  readonly columns: readonly Column[];
}

/** A text says why the rows that go in can't be known before anything behind is bound. */
export function opened(
  { call }: PluginCall,
  scope: Scope,
  { input, columns, ...asked }: Opening,
): LoweredOperator | string {
  const { parts } = scope;
  const locals = [...(scope.outerLocals ?? []), ...(scope.locals ?? [])];
  const text = scope.textPlace(call.End);
  if (!text || isHandedIn(input, parts.relations) || locals.some(({ value }) => hasColumn(value))) {
    return declaredOnly("in a subquery");
  }
  const place = scope.placeOf(call);
  const source: Tabular = locals.length > 0 ? { kind: "bind", columns: input.columns, locals, body: input } : input;
  const isSame = parts.open?.open.at === text.at && parts.open.open.in === text.in;
  if (parts.open && isSame && JSON.stringify(parts.open.source) !== JSON.stringify(source)) {
    const message = `the plugin \`${simpleName(childOf(call, "Name"))}\`: ${declaredOnly("in a function that is called more than once")}`;
    parts.open.further ??= { refusal: "unsupported", message, at: place };
  }
  parts.open ??= { source, open: { ...text, place, ...asked }, problems: parts.problems.length };
  return { columns };
}

function declaredOnly(where: string): string {
  return `${where} it is evaluated with declared columns only: \`: (a:long)\` behind the call`;
}

/** Whether rows of the step around a subquery go in; what a subquery of its own takes is not handed in. */
function isHandedIn(part: unknown, relations: readonly Tabular[]): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { kind, index } = part as { readonly kind?: string; readonly index?: number };
  if (kind === "input") return true;
  if (kind === "relation" && index !== undefined) return isHandedIn(relations[index], relations);
  const own = kind === "mv-apply" || kind === "partition" ? { ...part, subquery: undefined } : part;
  return Object.values(own).some((each) => isHandedIn(each, relations));
}

function hasColumn(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { kind } = part as { readonly kind?: string };
  // Rows of a table have their own columns.
  if (kind === "toscalar" || kind === "firstColumn") return false;
  return kind === "column" || Object.values(part).some(hasColumn);
}
