/** A rule that only the preview API takes, through the provider's generic resource. */

import type { DocumentOf } from "../../documents";
import { GENERIC_RESOURCE_TYPE } from "../../plan";
import type { Frame } from "../frame";
import type { DeployedRule, RuleKind, RuleResource } from "./rule-compiled";
import { withoutUndefined } from "./without-undefined";

/** The API version of rules that the stable one does not know: NRT, entity columns, sub-techniques.
 *  Source: Microsoft.SecurityInsights 2025-01-01-preview of https://github.com/Azure/azure-resource-manager-schemas, read 2026-11-23. */
const PREVIEW_API_VERSION = "2025-01-01-preview";

export function previewRule(
  kind: RuleKind,
  body: DocumentOf<RuleKind>["body"],
  rule: DeployedRule,
  { workspace }: Frame,
): RuleResource {
  const subTechniques = (body.relevantTechniques ?? []).filter((technique) => technique.includes("."));
  return {
    type: GENERIC_RESOURCE_TYPE,
    inputs: {
      apiVersion: PREVIEW_API_VERSION,
      resourceProviderNamespace: "Microsoft.OperationalInsights",
      parentResourcePath: `workspaces/${workspace.name}/providers/Microsoft.SecurityInsights`,
      resourceType: "alertRules",
      resourceGroupName: workspace.resourceGroup,
      resourceName: rule.id,
      kind,
      properties: withoutUndefined({
        ...rule.properties,
        sentinelEntitiesMappings: body.sentinelEntitiesMappings,
        subTechniques: subTechniques.length > 0 ? subTechniques : undefined,
      }),
    },
    prefix: "/properties",
  };
}
