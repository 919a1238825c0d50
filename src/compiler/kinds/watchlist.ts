/** A watchlist becomes the list and, where picket keeps its rows, one resource for each. */

import { createHash } from "node:crypto";
import { type Diagnostic, finding, type Span } from "../../diagnostics";
import { watchlistContent as contentCheck } from "../checks/watchlist-content";
import type { CompiledResource, Effective, Frame, KindCompiler } from "../frame";
import { uuid5 } from "../rule-id";
import { type Content, csvText, watchlistContent } from "./watchlist-content";
import { withoutUndefined } from "./without-undefined";

export const WATCHLIST_TYPE = "azure-native:securityinsights:Watchlist";
export const WATCHLIST_ITEM_TYPE = "azure-native:securityinsights:WatchlistItem";

/** Ids of items are made in this namespace, from the list's key and the item. Fixed for ever. */
const ITEM_NAMESPACE = "6f0d3f5e-0d0b-5c57-8f55-7a3d1b0e9c21";

export const watchlist: KindCompiler<"Watchlist"> = {
  kind: "Watchlist",
  plane: "analytics",
  check: () => [],
  compile: (effective, frame) => {
    const { document, body, stage } = effective;
    const entry = { key: document.key, kind: document.kind, title: body.name ?? body.alias, stage, parameters: {} };
    const content = watchlistContent(effective, frame);
    if (!content.value) return { compiled: { entry, resources: [] }, diagnostics: content.diagnostics };
    const isSeed = body.managed === "seed";
    const list = listResource(effective, frame, isSeed ? csvText(content.value) : undefined);
    const items = isSeed ? [] : itemResources(effective, frame, content.value);
    return {
      compiled: { entry, resources: [list, ...items] },
      diagnostics: [...content.diagnostics, ...keyFindings(effective, content.value)],
    };
  },
};

function listResource(
  { document, body, at }: Effective<"Watchlist">,
  frame: Frame,
  rawContent: string | undefined,
): CompiledResource {
  const { resourceGroup, name } = frame.workspace;
  const inputs = withoutUndefined({
    resourceGroupName: resourceGroup,
    workspaceName: name,
    watchlistAlias: body.alias,
    displayName: body.name ?? body.alias,
    description: body.description,
    provider: "picket",
    source: "Local file",
    itemsSearchKey: body.searchKey,
    ...(rawContent === undefined ? {} : { rawContent, contentType: "text/csv", numberOfLinesToSkip: 0 }),
  });
  const options = withoutUndefined({
    // A change of the search key is a change of what every row is found by: the list is made anew.
    replaceOnChanges: ["itemsSearchKey"],
    deleteBeforeReplace: true,
    // The first content is given once; from then on the list is the tenant's own.
    ignoreChanges: rawContent === undefined ? undefined : ["rawContent"],
    retainOnDelete: rawContent === undefined ? undefined : true,
  });
  const origin = { document: document.key, path: document.place.path, line: document.place.line };
  const pointers: Readonly<Record<string, string>> = {
    "/watchlistAlias": "/alias",
    "/displayName": "/name",
    "/itemsSearchKey": "/searchKey",
  };
  const resource = {
    name: document.key,
    type: WATCHLIST_TYPE,
    parent: "detections" as const,
    inputs,
    dependsOn: frame.library.always,
    options,
    origin,
  };
  return { resource, at: (path) => at(pointers[path] ?? path) };
}

/**
 * One resource for each row, because a list that is uploaded again keeps the rows that were taken out.
 * Source: https://github.com/Azure/Azure-Sentinel/issues/10044, read 2026-11-23.
 */
function itemResources(
  { document, body, at }: Effective<"Watchlist">,
  frame: Frame,
  content: Content,
): readonly CompiledResource[] {
  const { resourceGroup, name } = frame.workspace;
  const seen = new Map<string, number>();
  const keyIndex = content.columns.indexOf(body.searchKey);
  return content.rows.map(({ cells, at: place }) => {
    const value = cells[keyIndex] ?? "";
    const before = seen.get(value) ?? 0;
    seen.set(value, before + 1);
    const identity = JSON.stringify([document.key, value, before]);
    const origin = { document: document.key, path: document.place.path, line: document.place.line };
    const span: Span = place ?? at("/file");
    return {
      resource: {
        name: `${document.key}--${createHash("sha256").update(identity).digest("hex").slice(0, 12)}`,
        type: WATCHLIST_ITEM_TYPE,
        parent: "detections",
        inputs: {
          resourceGroupName: resourceGroup,
          workspaceName: name,
          // As an output, so that a list which is made anew makes its rows anew: the old ones went with it.
          watchlistAlias: { "picket:output": { name: document.key, path: "watchlistAlias" } },
          watchlistItemId: uuid5(ITEM_NAMESPACE, identity),
          itemsKeyValue: Object.fromEntries(content.columns.map((column, index) => [column, cells[index] ?? ""])),
        },
        dependsOn: [document.key],
        options: { deleteBeforeReplace: true },
        origin,
      },
      at: () => span,
    };
  });
}

function keyFindings({ body, at }: Effective<"Watchlist">, { columns }: Content): readonly Diagnostic[] {
  if (columns.includes(body.searchKey)) return [];
  const message = `the search key \`${body.searchKey}\` is none of the columns ${columns.join(", ")}`;
  return [finding(contentCheck, { message, at: at("/searchKey") })];
}
