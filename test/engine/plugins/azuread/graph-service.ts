/** Microsoft Graph, as far as conditional access needs it. Objects are kept in the provider's shape, each under its path. */

import { randomUUID } from "node:crypto";
import { isMap, type Properties, textOf, type Value } from "../values";
import { errorResponse, type Request, type Response, type Service } from "../world/service-call";
import { type Objects, objectsOf, type World } from "../world/world";

/** A POST to a collection makes an object; GET, PATCH and DELETE name one by its path. */
export function graphService(world: World): Service {
  const objects = objectsOf(world, "graph");
  return (request) => {
    switch (request.method) {
      case "GET":
        return found(objects, request.id);
      case "POST":
        return refusal(objects, request.body ?? {}) ?? posted(objects, request);
      case "PATCH":
        return refusal(objects, request.body ?? {}) ?? patched(objects, request);
      case "DELETE":
        return removed(objects, request.id);
      default:
        return errorResponse(405, "MethodNotAllowed", request.method);
    }
  };
}

function found(objects: Objects, id: string): Response {
  const body = objects.get(id);
  return body === undefined ? errorResponse(404, "ResourceNotFound", `${id} was not found`) : { status: 200, body };
}

/** The service gives the id: what is posted twice is there twice, also under the same name. */
function posted(objects: Objects, { id: collection, body = {} }: Request): Response {
  const objectId = randomUUID();
  const id = `${collection}/${objectId}`;
  const made = { ...body, id, objectId };
  objects.put(id, made);
  return { status: 201, body: made };
}

function patched(objects: Objects, { id, body = {} }: Request): Response {
  const old = objects.get(id);
  if (old === undefined) return errorResponse(404, "ResourceNotFound", `${id} was not found`);
  const next = { ...body, id, objectId: old.objectId ?? null };
  objects.put(id, next);
  return { status: 200, body: next };
}

function removed(objects: Objects, id: string): Response {
  const body = objects.get(id);
  if (body === undefined) return errorResponse(404, "ResourceNotFound", `${id} was not found`);
  // Source: https://github.com/MicrosoftDocs/azure-docs/pull/108713, read 2026-11-25.
  if (isMap(body.ip) && body.ip.trusted === true) {
    return errorResponse(400, "BadRequest", "a trusted location can't be deleted");
  }
  // UNVERIFIED: that the service refuses to delete a location which a policy names; a DELETE on a live tenant would settle it.
  const user = objects.all().find((each) => locationsOf(each).includes(textOf(body.objectId)));
  if (user !== undefined)
    return errorResponse(400, "BadRequest", `the location is in use by ${textOf(user.displayName)}`);
  objects.remove(id);
  return { status: 204 };
}

/** Source: https://github.com/hashicorp/terraform-provider-azuread/pull/1703, read 2026-11-25: a location goes by its object id. */
function refusal(objects: Objects, body: Properties): Response | undefined {
  const known = new Set(objects.all().map(({ objectId }) => textOf(objectId)));
  const unknown = locationsOf(body).find((id) => !NAMES_OF_LOCATIONS.has(id) && !known.has(id));
  if (unknown !== undefined)
    return errorResponse(400, "BadRequest", `1040: NamedLocation with id ${unknown} does not exist`);
  const group = groupsOf(body).find((id) => !known.has(id));
  return group === undefined ? undefined : errorResponse(400, "BadRequest", `1011: the group ${group} does not exist`);
}

function locationsOf({ conditions }: Properties): readonly string[] {
  const locations = isMap(conditions) && isMap(conditions.locations) ? conditions.locations : {};
  return [...textsOf(locations.includedLocations), ...textsOf(locations.excludedLocations)];
}

function groupsOf({ conditions }: Properties): readonly string[] {
  const users = isMap(conditions) && isMap(conditions.users) ? conditions.users : {};
  return [...textsOf(users.includedGroups), ...textsOf(users.excludedGroups)];
}

function textsOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((each: Value) => textOf(each)) : [];
}

const NAMES_OF_LOCATIONS: ReadonlySet<string> = new Set(["All", "AllTrusted"]);
