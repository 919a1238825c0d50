/** The resources of a playbook: connections, workflows, and the rights of each workflow's identity. */

import { createHash } from "node:crypto";
import { compareTexts } from "../../diagnostics";
import { GENERIC_RESOURCE_TYPE, type Json, type Resource } from "../../plan";
import type { Right } from "../../playbook/check";
import type { CompiledResource, Effective, Frame } from "../frame";
import { uuid5 } from "../rule-id";
import type { CompiledConnection, CompiledPlaybook, CompiledWorkflow, Grant } from "./compiled-playbook";
import { rightId } from "./grants";
import { managedApiId, workflowName } from "./resource-ids";
import {
  APP_ROLE_ASSIGNMENT_TYPE,
  ROLE_ASSIGNMENT_TYPE,
  SERVICE_PRINCIPAL_LOOKUP,
  WORKFLOW_TYPE,
} from "./resource-types";

/** Application id of Microsoft Graph. Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in, read 2026-11-23. */
const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

/** Names of role assignments are made in this namespace, from workflow and right. Fixed for ever. */
const ASSIGNMENT_NAMESPACE = "3f8f2a54-9c1b-5d0e-8a77-5f1d2b6c9e04";

type Making = (parts: Pick<Resource, "name" | "type" | "inputs" | "dependsOn">) => CompiledResource;

export function playbookResources(
  { key, workflows }: CompiledPlaybook,
  { document, at }: Effective<"Playbook">,
  frame: Frame,
): readonly CompiledResource[] {
  const origin = { document: document.key, path: document.place.path, line: document.place.line };
  const made: Making = (parts) => ({
    resource: { ...parts, parent: { playbook: key }, options: optionsOf(parts.type), origin },
    at: (path) => at(path.startsWith("/definition") ? path : ""),
  });
  const connections = new Map(workflows.flatMap((each) => each.connections.map((own) => [own.name, own] as const)));
  return [
    ...[...connections.values()].map((connection) => made(connectionResource(connection, frame))),
    ...workflows.flatMap((workflow) => [
      made(workflowResource(workflow, workflows, frame)),
      ...workflow.grants.map((grant) => made(grantResource(workflow, grant, frame))),
    ]),
  ];
}

/**
 * What the services refuse to change in place, asked of the engine because the provider may not know it: the principal of an assignment,
 * the location of a connection. Their names are fixed, so the old one goes first.
 * Source: https://github.com/Azure/Enterprise-Scale/issues/1747 and https://github.com/MicrosoftDocs/azure-docs/issues/70422, read 2026-11-25.
 * UNVERIFIED: whether azure-native replaces for these by itself; an update on a tenant would settle it.
 */
function optionsOf(type: string): Resource["options"] {
  if (type === ROLE_ASSIGNMENT_TYPE) return { deleteBeforeReplace: true, replaceOnChanges: ["principalId"] };
  return type === GENERIC_RESOURCE_TYPE ? { deleteBeforeReplace: true, replaceOnChanges: ["location"] } : {};
}

/**
 * A connection that uses the workflow's identity needs `parameterValueType`, which no typed class has; so all go through the generic
 * resource. Source: https://github.com/Azure/bicep-types-az/issues/2197, read 2026-11-23.
 */
function connectionResource({ name, connector, isManaged }: CompiledConnection, { playbooks }: Frame) {
  const { resourceGroup, location } = playbooks;
  return {
    name,
    type: GENERIC_RESOURCE_TYPE,
    inputs: {
      apiVersion: "2016-06-01",
      resourceProviderNamespace: "Microsoft.Web",
      parentResourcePath: "",
      resourceType: "connections",
      resourceGroupName: resourceGroup,
      resourceName: name,
      location,
      kind: "V1",
      properties: {
        displayName: name,
        customParameterValues: {},
        ...(isManaged ? { parameterValueType: "Alternative" } : {}),
        api: { id: managedApiId(playbooks, connector) },
      },
    },
    dependsOn: [],
  };
}

function workflowResource(
  { name, role, definition, parameters, connections }: CompiledWorkflow,
  all: readonly CompiledWorkflow[],
  { playbooks }: Frame,
) {
  const { resourceGroup, location } = playbooks;
  const text = JSON.stringify([definition, parameters]);
  const called = all.filter((each) => each.name !== name && text.includes(JSON.stringify(each.id)));
  return {
    name,
    type: WORKFLOW_TYPE,
    inputs: {
      resourceGroupName: resourceGroup,
      workflowName: workflowName(playbooks, name),
      location,
      state: "Enabled",
      identity: { type: "SystemAssigned" },
      ...(role === "child" ? { accessControl: ONLY_WORKFLOWS } : {}),
      definition,
      parameters: parameters as Json,
    },
    dependsOn: [...connections.map((each) => each.name), ...called.map((each) => each.name)].sort(compareTexts),
  };
}

/** An empty list lets only other workflows call; who may run the trigger through Azure's own API still can, and is audited there.
 *  Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app, read 2026-11-25. */
const ONLY_WORKFLOWS = { triggers: { allowedCallerIpAddresses: [] } };

function grantResource({ name }: CompiledWorkflow, { right }: Grant, { playbooks }: Frame) {
  const principal = { "picket:output": { name, path: "identity.principalId" } };
  const grantName = `${name}--${grantSlug(right)}`;
  if (right.kind === "azure") {
    return {
      name: grantName,
      type: ROLE_ASSIGNMENT_TYPE,
      inputs: {
        roleAssignmentName:
          playbooks.adopted.get(grantName) ?? uuid5(ASSIGNMENT_NAMESPACE, JSON.stringify([name, rightId(right)])),
        scope: right.scope,
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${right.id}`,
        principalId: principal,
        // Without the type Azure looks the principal up, and a new identity may not be replicated yet.
        principalType: "ServicePrincipal",
      },
      dependsOn: [],
    };
  }
  const clientId = right.kind === "graph" ? GRAPH_APP_ID : right.appId;
  return {
    name: grantName,
    type: APP_ROLE_ASSIGNMENT_TYPE,
    inputs: {
      appRoleId: right.kind === "graph" ? right.id : servicePrincipal(clientId, `appRoleIds.${right.value}`),
      principalObjectId: principal,
      resourceObjectId: servicePrincipal(clientId, "objectId"),
    },
    dependsOn: [],
  };
}

function servicePrincipal(clientId: string, path: string): Json {
  return { "picket:lookup": { type: SERVICE_PRINCIPAL_LOOKUP, args: { clientId }, path } };
}

/** A right in a name: readable, and with a part of its hash where a scope tells it from another. */
function grantSlug(right: Right): string {
  const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  if (right.kind === "graph") return slug(right.value);
  const hash = createHash("sha256").update(rightId(right)).digest("hex").slice(0, 8);
  return right.kind === "azure" ? `${slug(right.role)}-${hash}` : `${slug(right.value)}-${hash}`;
}
