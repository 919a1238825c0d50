/** Hunting queries and functions are saved searches of the workspace. */

import type { Span } from "../../diagnostics";
import type { Document } from "../../documents";
import type { Json } from "../../plan";
import type { CompiledResource, Frame } from "../frame";
import { adoptedName } from "./adopted-name";
import { withoutUndefined } from "./without-undefined";

export const SAVED_SEARCH_TYPE = "azure-native:operationalinsights:SavedSearch";

/**
 * A saved search is written anew when any of this changes. The service refuses to overwrite one without its etag, and the
 * provider has no input for it; so the old one is deleted first.
 * Source: https://github.com/Azure/bicep-types-az/issues/1548 and pulumi-azure-native PR 1374, read 2026-11-23.
 * UNVERIFIED at API 2023-09-01: an update of a saved search on a live workspace would settle it.
 */
const REPLACED_ON = ["category", "displayName", "functionAlias", "functionParameters", "query", "tags"] as const;

export interface SavedSearch {
  readonly document: Document;
  readonly frame: Frame;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
  readonly at: (path: string) => Span;
}

export function savedSearch({ document, frame, id, inputs, dependsOn, at }: SavedSearch): CompiledResource {
  const { resourceGroup, name } = frame.workspace;
  const all = withoutUndefined({
    resourceGroupName: resourceGroup,
    workspaceName: name,
    savedSearchId: adoptedName(frame, document.key) ?? id,
    ...inputs,
  });
  return {
    resource: {
      name: document.key,
      type: SAVED_SEARCH_TYPE,
      parent: "detections",
      inputs: all as Readonly<Record<string, Json>>,
      dependsOn,
      options: { deleteBeforeReplace: true, replaceOnChanges: [...REPLACED_ON] },
      origin: { document: document.key, path: document.place.path, line: document.place.line },
    },
    at,
  };
}
