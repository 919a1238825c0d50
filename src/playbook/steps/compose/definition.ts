/** A workflow definition around triggers and actions. */

import type { Json } from "../../expressions/value";
import type { Actions } from "../parts/actions";

/** Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language, read 2026-11-23. */
const SCHEMA =
  "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";

interface Parts {
  readonly triggers: { readonly [name: string]: Json };
  readonly actions: Actions;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly hasConnections: boolean;
}

interface Made {
  readonly definition: { readonly [member: string]: Json };
  readonly parameters: { readonly [name: string]: { readonly value: Json } };
}

export function definitionOf({ triggers, actions, parameters, hasConnections }: Parts): Made {
  const declared = Object.entries(parameters).map(([name, value]) => [
    name,
    { type: Array.isArray(value) ? "Array" : "String" },
  ]);
  return {
    definition: {
      $schema: SCHEMA,
      contentVersion: "1.0.0.0",
      parameters: {
        ...(hasConnections ? { $connections: { type: "Object", defaultValue: {} } } : {}),
        ...Object.fromEntries(declared),
      },
      triggers,
      actions,
      outputs: {},
    },
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }])),
  };
}
