/** A rule that only the preview API takes, through the provider's generic resource. */

import { GENERIC_RESOURCE_TYPE, type Json } from "../../plan";
import type { Frame } from "../frame";

/** The API version of rules that the stable one does not know: NRT, entity columns, sub-techniques.
 *  Source: Microsoft.SecurityInsights 2025-01-01-preview of https://github.com/Azure/azure-resource-manager-schemas, read 2026-11-23. */
const PREVIEW_API_VERSION = "2025-01-01-preview";

export interface PreviewRule {
  readonly kind: "Scheduled" | "NRT";
  readonly id: string;
  readonly properties: Readonly<Record<string, Json>>;
  readonly frame: Frame;
}

export function previewRule({ kind, id, properties, frame }: PreviewRule) {
  const { resourceGroup, name } = frame.workspace;
  return {
    type: GENERIC_RESOURCE_TYPE,
    inputs: {
      apiVersion: PREVIEW_API_VERSION,
      resourceProviderNamespace: "Microsoft.OperationalInsights",
      parentResourcePath: `workspaces/${name}/providers/Microsoft.SecurityInsights`,
      resourceType: "alertRules",
      resourceGroupName: resourceGroup,
      resourceName: id,
      kind,
      properties,
    },
    prefix: "/properties",
  };
}
