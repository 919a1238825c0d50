/** A stand-in for azure-native: takes a program's resources as the real provider is documented to, and keeps them in the world.
 *  Source, where no other is named: provider/pkg/provider/provider.go of https://github.com/pulumi/pulumi-azure-native, read 2026-11-25. */

import { createHash } from "node:crypto";
import type { Checked, Previous, ReadState, StandIn } from "../provider-service";
import { isMap, type Properties, textOf, UNKNOWN, type Value, withoutUndefined } from "../values";
import { clientOf, failureOf, type Request, type Response } from "../world/service-call";
import { signInOf, type World } from "../world/world";
import { armService } from "./arm-service";
import { carriedOver, detailedDiff } from "./detailed-diff";
import { idOf, inputsOfId, pathInputs, type ResourceType, resourceType } from "./resource-types";

interface Provider {
  readonly world: World;
  readonly call: (request: Request) => Promise<Response>;
  readonly subscriptionId: string;
}

export function azureNative(world: World): StandIn {
  const call = clientOf(world, armService(world));
  let provider: Provider = { world, call, subscriptionId: "" };
  return {
    version: "3.28.0",
    deletesBeforeReplace: true,
    configure: (settings) => {
      provider = { ...provider, subscriptionId: settings.subscriptionId ?? "" };
    },
    check: (type, inputs, old, name) => checked(resourceType(type), inputs, old, name),
    diff: (type, inputs, { inputs: old, outputs }) =>
      // A state without the API version among its inputs, as an import leaves it, takes it from the outputs.
      detailedDiff({ ...withoutUndefined({ azureApiVersion: outputs.azureApiVersion }), ...old }, inputs, [
        ...pathInputs(resourceType(type)),
        ...(resourceType(type).replacing ?? []),
      ]),
    previewed: (type, inputs, previous) => previewed(resourceType(type), inputs, previous),
    create: (type, inputs) => create(provider, resourceType(type), inputs),
    read: (type, id, previous) => read(provider, resourceType(type), id, previous),
    update: (type, inputs, previous) => update(provider, resourceType(type), inputs, previous),
    remove: async (_type, { id }) => {
      succeeded(await provider.call({ method: "DELETE", id }));
    },
    invoke: (token, args) => invoke(provider, token, args),
  };
}

/** Check names what the program left unnamed, adds the API version, and misses what is required. */
function checked(type: ResourceType, inputs: Properties, old: Properties, name: string): Checked {
  const [last] = pathInputs(type).slice(-1);
  const named =
    last === undefined || inputs[last] !== undefined || type.autoName === undefined
      ? {}
      : { [last]: old[last] ?? automaticName(type.autoName, name), __createBeforeDelete: true };
  const full: Properties = {
    ...inputs,
    ...named,
    ...(type.apiVersion === undefined || inputs.azureApiVersion !== undefined
      ? {}
      : { azureApiVersion: type.apiVersion }),
  };
  const missing = [...pathInputs(type), ...type.required].filter((key) => full[key] === undefined);
  return { inputs: full, failures: missing.map((key) => `missing required property '${key}'`) };
}

function automaticName(kind: "uuid" | "random", name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  if (kind === "random") return `${name}${hex.slice(0, 8)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

/** Outputs as far as inputs tell them; an id and what only the service knows are unknown. */
function previewed(type: ResourceType, inputs: Properties, previous: Previous | undefined): Properties {
  const { name } = previous?.outputs ?? {};
  return { ...writable(type, inputs), name: name ?? UNKNOWN, etag: UNKNOWN };
}

/** It reads before it writes, so that it never takes over what exists. */
async function create(
  { call, subscriptionId }: Provider,
  type: ResourceType,
  inputs: Properties,
): Promise<{ readonly id: string; readonly outputs: Properties }> {
  const id = idOf(type, inputs, subscriptionId);
  const existing = await call({ method: "GET", id });
  if (existing.status === 200) throw new Error(`cannot create already existing resource '${id}'`);
  if (existing.status !== 404) succeeded(existing);
  const response = succeeded(await call({ method: "PUT", id, body: bodyOf(type, inputs) }));
  return { id: textOf(response.body?.id) || id, outputs: outputsOf(type, response.body) };
}

async function update(
  { call }: Provider,
  type: ResourceType,
  inputs: Properties,
  { id }: Previous,
): Promise<Properties> {
  const { body } = succeeded(await call({ method: "PUT", id, body: bodyOf(type, inputs) }));
  return outputsOf(type, body);
}

/** An import takes all that may be written from the object; a refresh only what changed since it was last read. */
async function read(
  { call }: Provider,
  type: ResourceType,
  id: string,
  previous: ReadState | undefined,
): Promise<ReadState | undefined> {
  // Source: https://github.com/pulumi/pulumi-azure-native/issues/4109, read 2026-11-26: an import does not know the API version.
  if (previous === undefined && type.apiVersion === undefined) {
    throw new Error(`Status=400 Code="NoRegisteredProviderFound" Message="no API version '2024-03-01' for ${id}"`);
  }
  const response = await call({ method: "GET", id });
  if (response.status === 404) return undefined;
  const outputs = outputsOf(type, succeeded(response).body);
  if (previous === undefined) {
    const fromId = inputsOfId(type, id);
    if (fromId === undefined) throw new Error(`the id '${id}' does not match ${type.path}`);
    return { inputs: { ...fromId, ...writable(type, outputs) }, outputs };
  }
  const inputs = carriedOver(previous.inputs, writable(type, previous.outputs), writable(type, outputs));
  return { inputs: isMap(inputs) ? inputs : {}, outputs };
}

async function invoke({ world, call, subscriptionId }: Provider, token: string, args: Properties): Promise<Properties> {
  switch (token) {
    case "azure-native:authorization:getClientConfig": {
      // The tenant comes from the token, the subscription from the provider's settings. Source: auth_getclientconfig.go, read 2026-11-25.
      const { tenantId, clientId, objectId } = signInOf(world);
      return { tenantId, clientId, objectId, subscriptionId };
    }
    case "azure-native:operationalinsights:getWorkspace": {
      const id = `/subscriptions/${subscriptionId}/resourceGroups/${textOf(args.resourceGroupName)}/providers/Microsoft.OperationalInsights/workspaces/${textOf(args.workspaceName)}`;
      const { body = {} } = succeeded(await call({ method: "GET", id }));
      return withoutUndefined({ id: body.id, name: body.name, location: body.location });
    }
    default:
      throw new Error(`Invoke type ${token} not found`);
  }
}

/** Inputs that the type does not know are not sent, in silence. */
function bodyOf(type: ResourceType, inputs: Properties): Properties {
  const pick = (keys: readonly string[]) => withoutUndefined(Object.fromEntries(keys.map((key) => [key, inputs[key]])));
  return type.properties.length === 0 ? pick(type.top) : { ...pick(type.top), properties: pick(type.properties) };
}

/** The object in the SDK's shape: `properties` are lifted to the top, but for the generic resource. */
function outputsOf(type: ResourceType, body: Properties = {}): Properties {
  const { properties, ...top } = body;
  const lifted = type.properties.length === 0 ? { properties: properties ?? {} } : isMap(properties) ? properties : {};
  return withoutUndefined({ ...top, ...lifted, azureApiVersion: type.apiVersion });
}

/** Without what only the service writes, such as the principal of an identity.
 *  Source: types/input.d.ts of @pulumi/azure-native 3.28.0 (logic.ManagedServiceIdentityArgs), read 2026-11-26. */
function writable(type: ResourceType, values: Properties): Properties {
  const entries = [...type.top, ...type.properties].map((key): [string, Value | undefined] => [
    key,
    key === "identity" ? writableIdentity(values[key]) : values[key],
  ]);
  return withoutUndefined(Object.fromEntries(entries));
}

function writableIdentity(identity: Value | undefined): Value | undefined {
  if (!isMap(identity)) return identity;
  const { type, userAssignedIdentities } = identity;
  return withoutUndefined({ type, userAssignedIdentities });
}

function succeeded(response: Response): Response {
  const failure = failureOf(response);
  if (failure !== undefined) throw failure;
  return response;
}
