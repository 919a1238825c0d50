/** Azure Resource Manager, as far as a Sentinel workspace needs it: what it does with a GET, PUT or DELETE of an id. */

import { randomUUID } from "node:crypto";
import { isMap, type Properties, textOf, type Value } from "../values";
import { errorResponse, type Request, type Response, type Service } from "../world/service-call";
import { type Objects, objectsOf, type World } from "../world/world";

export function armService(world: World): Service {
  const objects = objectsOf(world, "arm");
  const graves = objectsOf(world, "arm-graves");
  return (request) => {
    switch (request.method) {
      case "GET":
        return found(objects, request.id);
      case "DELETE":
        return removed(objects, graves, request.id);
      case "PUT":
        return refusal(objects, graves, request) ?? written(objects, request);
      default:
        return errorResponse(405, "MethodNotAllowed", request.method);
    }
  };
}

function found(objects: Objects, id: string): Response {
  const body = objects.get(id);
  return body === undefined ? errorResponse(404, "ResourceNotFound", `${id} was not found`) : { status: 200, body };
}

function removed(objects: Objects, graves: Objects, id: string): Response {
  const body = objects.get(id);
  if (body === undefined) return { status: 204 };
  objects.remove(id);
  if (isAlertRule(id)) graves.put(id, { id });
  // What stands below an object goes with it.
  for (const child of objects.all()) {
    if (textOf(child.id).toLowerCase().startsWith(`${id.toLowerCase()}/`)) objects.remove(textOf(child.id));
  }
  return { status: 200 };
}

function refusal(objects: Objects, graves: Objects, { id, body = {} }: Request): Response | undefined {
  // A grant stands below what it is for, which need not be an object of this world.
  const parent = /\/roleAssignments\//i.test(id) ? undefined : parentOf(id);
  if (parent !== undefined && objects.get(parent) === undefined) {
    return errorResponse(404, "ParentResourceNotFound", `the parent ${parent} was not found`);
  }
  const onboarding = id.replace(/(\/providers\/Microsoft\.SecurityInsights)\/.*/i, "$1/onboardingStates/default");
  // Source: https://github.com/Azure/azure-quickstart-templates/issues/14256, read 2026-11-23.
  if (onboarding !== id && onboarding.toLowerCase() !== id.toLowerCase() && objects.get(onboarding) === undefined) {
    return errorResponse(400, "BadRequest", "the workspace is not onboarded to Microsoft Sentinel");
  }
  // Source: docs/operations/prod-to-int-mirror.md of https://github.com/SecM8/ContentOps, read 2026-11-25.
  if (isAlertRule(id) && graves.get(id) !== undefined) {
    return errorResponse(
      400,
      "BadRequest",
      `the rule ${nameOf(id)} was recently deleted: its id can't be used again yet`,
    );
  }
  const old = objects.get(id);
  // Source: https://github.com/Azure/bicep-types-az/issues/1548 and azure-powershell issue 3093, read 2026-11-25.
  if (old !== undefined && /\/savedSearches\/[^/]+$/i.test(id) && body.etag !== "*" && body.etag !== old.etag) {
    return errorResponse(409, "Conflict", "Newer data exists.");
  }
  // Source: https://github.com/MicrosoftDocs/azure-docs/issues/70422, read 2026-11-25.
  if (old?.location !== undefined && body.location !== undefined && old.location !== body.location) {
    return errorResponse(409, "InvalidResourceLocation", `${nameOf(id)} exists already in ${String(old.location)}`);
  }
  // Source: https://github.com/Azure/Enterprise-Scale/issues/1747, read 2026-11-25.
  if (old !== undefined && isGrant(id) && !isSameGrant(old.properties, body.properties)) {
    return errorResponse(
      400,
      "RoleAssignmentUpdateNotPermitted",
      "principal and role of an assignment can't be updated",
    );
  }
  // Source: https://github.com/hashicorp/terraform-provider-azurerm/pull/28694, read 2026-11-26.
  if (old === undefined && isGrant(id) && isGranted(objects, id, body.properties)) {
    return errorResponse(409, "RoleAssignmentExists", "The role assignment already exists.");
  }
  // UNVERIFIED: what the service does with a rule of another kind under an id that exists; a PUT on a live workspace would settle it.
  if (old !== undefined && isAlertRule(id) && old.kind !== body.kind) {
    return errorResponse(
      400,
      "BadRequest",
      `the kind of a rule can't change from ${String(old.kind)} to ${String(body.kind)}`,
    );
  }
  return undefined;
}

function written(objects: Objects, { id, body = {} }: Request): Response {
  const old = objects.get(id);
  const { etag: _etag, ...own } = body;
  const properties = isMap(own.properties) ? own.properties : {};
  const version = Number(textOf(old?.etag).replaceAll('"', "") || 0) + 1;
  const next: Properties = {
    ...own,
    ...identityOf(own, old),
    id: textOf(old?.id) || id,
    name: nameOf(id),
    etag: `"${version}"`,
    properties: filledIn(id, properties),
  };
  objects.put(id, next);
  if (isMap(properties) && textOf(properties.rawContent) !== "") uploadRows(objects, id, properties);
  return { status: old === undefined ? 201 : 200, body: next };
}

/** A system-assigned identity keeps its principal as long as the object is there, and is another one in a new object.
 *  Source: https://azureglossary.com/glossary/system-assigned-managed-identity, read 2026-11-25. */
function identityOf({ identity }: Properties, old: Properties | undefined): Properties {
  if (!isMap(identity) || identity.type !== "SystemAssigned") return {};
  const kept = isMap(old?.identity) ? old.identity.principalId : undefined;
  return { identity: { ...identity, principalId: kept ?? randomUUID(), tenantId: "home" } };
}

/** Whether the same principal has the same role there, under another name. */
function isGranted(objects: Objects, id: string, properties: Value | undefined): boolean {
  const scope = id.slice(0, id.lastIndexOf("/") + 1).toLowerCase();
  const others = objects.all().filter((each) => textOf(each.id).toLowerCase().startsWith(scope));
  return others.some((each) => isSameGrant(each.properties, properties));
}

function isSameGrant(left: Value | undefined, right: Value | undefined): boolean {
  if (!isMap(left) || !isMap(right)) return false;
  return left.principalId === right.principalId && left.roleDefinitionId === right.roleDefinitionId;
}

/** Properties that the service keeps or answers beside those that it was given.
 *  Source: examples of Microsoft.SecurityInsights 2024-09-01 in https://github.com/Azure/azure-rest-api-specs, read 2026-11-23. */
function filledIn(id: string, properties: Properties): Properties {
  if (isAlertRule(id)) return { ...properties, lastModifiedUtc: "2026-01-01T00:00:00Z" };
  if (/\/watchlists\/[^/]+$/i.test(id)) {
    // The content is uploaded, not kept; the rows are items.
    const { rawContent: _raw, numberOfLinesToSkip: _skip, contentType: _type, ...kept } = properties;
    return { ...kept, watchlistAlias: nameOf(id), isDeleted: false, createdBy: { name: "stand-in" } };
  }
  return properties;
}

/** An upload adds rows and takes none out. Source: https://github.com/Azure/Azure-Sentinel/issues/10044, read 2026-11-23. */
function uploadRows(objects: Objects, id: string, { rawContent, itemsSearchKey }: Properties): void {
  const [header = "", ...lines] = textOf(rawContent)
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const columns = header.split(",");
  for (const line of lines) {
    const cells = line.split(",");
    const itemsKeyValue = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
    const itemId = `${id}/watchlistItems/uploaded-${itemsKeyValue[textOf(itemsSearchKey)]}`;
    objects.put(itemId, { id: itemId, name: nameOf(itemId), properties: { itemsKeyValue } });
  }
}

/** What must be there first, of the things that a program makes. */
function parentOf(id: string): string | undefined {
  const [, list] = /^(.*\/watchlists\/[^/]+)\/watchlistItems\/[^/]+$/i.exec(id) ?? [];
  const [, workspace] = /^(.*\/Microsoft\.OperationalInsights\/workspaces\/[^/]+)\/.+$/i.exec(id) ?? [];
  return list ?? workspace;
}

function isGrant(id: string): boolean {
  return /\/roleAssignments\/[^/]+$/i.test(id);
}

function isAlertRule(id: string): boolean {
  return /\/alertRules\/[^/]+$/i.test(id);
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
