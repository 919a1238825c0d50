/** The part of OData that the contract has: $select, $filter of equalities, $top, pages. */

import type { Json } from "../../plan";
import { ok, type Reply, refuse } from "../api/reply";
import type { ApiRequest } from "../api/request";
import type { Properties } from "../directory";
import { badRequest } from "./graph-error";
import { type Filter, isFilter, parseFilter, passes } from "./odata-filter";

export const LIST_OPTIONS = ["$select", "$filter", "$top", "$skiptoken"] as const;

const GRAPH = "https://graph.microsoft.com/v1.0";

interface Listing {
  /** The end of `@odata.context`. */
  readonly context: string;
  readonly items: readonly Properties[];
  /** What `$filter` may name; others are refused by name. */
  readonly filterable?: readonly string[];
  /** Items on a page where `$top` is left out, and at most. */
  readonly pageSize?: { readonly usual: number; readonly max: number };
  /** Properties that `$select` may name; absent = those that any item has. */
  readonly known?: readonly string[];
}

/** Source: https://learn.microsoft.com/graph/paging, read 2026-11-25. */
export function listed(request: ApiRequest, listing: Listing): Reply {
  const filter = filterOf(request, listing.filterable ?? []);
  if (filter !== undefined && !isFilter(filter)) return filter;
  const { usual, max } = listing.pageSize ?? { usual: 100, max: 999 };
  const top = Number(request.query.get("$top") ?? usual);
  if (!Number.isInteger(top) || top < 1 || top > max)
    return badRequest(
      request,
      `Invalid page size specified: '${request.query.get("$top")}'. Must be between 1 and ${max} inclusive.`,
    );
  const skip = Number(request.query.get("$skiptoken") ?? 0);
  const all = filter ? listing.items.filter((item) => passes(filter, item)) : listing.items;
  const known = listing.known ?? [...new Set(listing.items.flatMap((item) => Object.keys(item)))];
  const page: Json[] = [];
  for (const item of all.slice(skip, skip + top)) {
    const shown = selected(request, item, all.length === 0 ? undefined : known);
    if ("refused" in shown) return shown;
    page.push(shown.value);
  }
  const more = all.length > skip + top ? { "@odata.nextLink": nextLink(request, skip + top) } : {};
  return ok({ "@odata.context": `${GRAPH}/$metadata#${listing.context}`, ...more, value: page });
}

/** A single resource, with `$select` where it is given. */
export function shown(
  request: ApiRequest,
  item: Properties,
  {
    context,
    known,
    usual,
  }: { readonly context: string; readonly known?: readonly string[]; readonly usual?: readonly string[] },
): Reply {
  const value = selected(request, item, known, usual);
  if ("refused" in value) return value;
  return ok({ "@odata.context": `${GRAPH}/$metadata#${context}`, ...(value.value as Properties) });
}

/** What is selected; a property that the contract does not have is refused by name. */
function selected(
  request: ApiRequest,
  item: Properties,
  known: readonly string[] | undefined,
  usual?: readonly string[],
): { readonly value: Json } | { readonly refused: string } {
  const select = request.query.get("$select");
  if (select === undefined) return { value: usual ? only(item, usual) : item };
  const names = select.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !(known ?? Object.keys(item)).includes(name));
  if (unknown !== undefined) return { refused: `the property \`${unknown}\` in $select is not in the contract` };
  return { value: only(item, names) };
}

/** A property without value is null where it is asked for; the type is shown whatever is asked for. */
function only(item: Properties, names: readonly string[]): Json {
  const type = item["@odata.type"];
  return {
    ...(type === undefined ? {} : { "@odata.type": type }),
    ...Object.fromEntries(names.map((name) => [name, item[name] ?? null])),
  };
}

function filterOf(request: ApiRequest, filterable: readonly string[]): Filter | Reply | undefined {
  const text = request.query.get("$filter");
  if (text === undefined) return undefined;
  const filter = parseFilter(text);
  if (!filter) return refuse(`the $filter \`${text}\` is not in the contract: it takes equalities joined by and, or`);
  const unknown = filter.flat().find(({ name }) => !filterable.includes(name));
  return unknown ? refuse(`filtering by \`${unknown.name}\` is not in the contract`) : filter;
}

function nextLink({ host, segments, query }: ApiRequest, skip: number): string {
  const options = [...query].filter(([name]) => name !== "$skiptoken").concat([["$skiptoken", String(skip)]]);
  const text = options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `https://${host}/${segments.map(encodeURIComponent).join("/")}?${text}`;
}
