/** A stand-in for azuread, a provider that is bridged from Terraform: it compares the state with what the program says.
 *  Source, where no other is named: pkg/tfbridge of https://github.com/pulumi/pulumi-terraform-bridge, read 2026-11-25. */

import { carriedOver, detailedDiff } from "../azure-native/detailed-diff";
import type { StandIn } from "../provider-service";
import { isMap, type Properties, textOf, UNKNOWN, type Value, withoutUndefined } from "../values";
import { clientOf, failureOf, type Request, type Response } from "../world/service-call";
import { objectsOf, signInOf, type World } from "../world/world";
import { graphService } from "./graph-service";
import { type EntraType, entraTypes } from "./resource-types";

export function azuread(world: World): StandIn {
  const call = clientOf(world, graphService(world));
  return {
    version: "6.9.1",
    deletesBeforeReplace: false,
    configure: () => {},
    check: (token, inputs) => ({ inputs: withDefaultMarks(inputs), failures: typeOf(token).failures(inputs) }),
    diff: (token, inputs, { outputs }) => {
      const type = typeOf(token);
      const before = comparable(type, outputs);
      const after = keptComputed(type, comparable(type, inputs), before);
      return detailedDiff(before, after, type.replacing(before, after));
    },
    previewed: (_token, inputs, previous) => ({
      ...inputs,
      objectId: previous?.outputs.objectId ?? UNKNOWN,
    }),
    create: async (token, inputs) => {
      const type = typeOf(token);
      refuseDuplicate(world, type, inputs);
      const id = collectionOf(type, inputs);
      const { body = {} } = await succeeded(call({ method: "POST", id, body: bodyOf(type, inputs) }));
      return { id: textOf(body.id), outputs: outputsOf(body) };
    },
    read: async (token, id, previous) => {
      const response = await call({ method: "GET", id });
      if (response.status === 404) return undefined;
      const { body = {} } = await succeeded(Promise.resolve(response));
      const outputs = outputsOf(body);
      const type = typeOf(token);
      const fresh = bodyOf(type, outputs);
      if (previous === undefined) return { inputs: withDefaultMarks(fresh), outputs };
      const inputs = carriedOver(previous.inputs, bodyOf(type, previous.outputs), fresh);
      return { inputs: isMap(inputs) ? inputs : {}, outputs };
    },
    update: async (token, inputs, { id, outputs }) => {
      const type = typeOf(token);
      const body = keptComputed(type, bodyOf(type, inputs), bodyOf(type, outputs));
      return outputsOf((await succeeded(call({ method: "PATCH", id, body }))).body ?? {});
    },
    remove: async (_token, { id, outputs }) => {
      // Source: named_location_resource.go of https://github.com/hashicorp/terraform-provider-azuread, read 2026-11-23: trust goes first.
      if (isMap(outputs.ip) && outputs.ip.trusted === true) {
        const { ip, ...rest } = outputs;
        await succeeded(call({ method: "PATCH", id, body: { ...rest, ip: { ...ip, trusted: false } } }));
      }
      await succeeded(call({ method: "DELETE", id }));
    },
    invoke: async (token, args) => invoke(world, call, token, args),
  };
}

function typeOf(token: string): EntraType {
  const type = entraTypes[token];
  if (type === undefined) throw new Error(`unrecognized resource type: ${token}`);
  return type;
}

function collectionOf({ collection }: EntraType, inputs: Properties): string {
  return typeof collection === "string" ? collection : collection(inputs);
}

/** The bridge notes in each map which of its values are defaults: none of these types has any that a program leaves out. */
function withDefaultMarks(value: Properties): Properties {
  const marked = (each: Value): Value => {
    if (Array.isArray(each)) return each.map(marked);
    return isMap(each) ? withDefaultMarks(each) : each;
  };
  const own = Object.entries(value).filter(([key]) => key !== "__defaults");
  return { __defaults: [], ...Object.fromEntries(own.map(([key, each]) => [key, marked(each)])) };
}

/** Terraform knows no difference between what is absent and what is empty. */
function comparable(type: EntraType, values: Properties): Properties {
  const clean = (value: Value): Value | undefined => {
    if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((each: Value) => clean(each) ?? null);
    if (!isMap(value)) return value === "" || value === false || value === 0 ? undefined : value;
    const own = Object.entries(value).filter(([key]) => key !== "__defaults");
    return withoutUndefined(Object.fromEntries(own.map(([key, each]) => [key, clean(each)])));
  };
  const entries = type.properties.map((key): [string, Value | undefined] => [key, clean(values[key] ?? null)]);
  return withoutUndefined(Object.fromEntries(entries));
}

/** What is optional and computed stays as the service has it, where the program is silent.
 *  Source: conditional_access_policy_resource.go of https://github.com/hashicorp/terraform-provider-azuread, read 2026-11-23. */
function keptComputed(type: EntraType, inputs: Properties, old: Properties): Properties {
  let kept = inputs;
  for (const path of type.computed) {
    const [first = "", second] = path.split(".");
    if (second === undefined) {
      if (kept[first] === undefined && old[first] !== undefined) kept = { ...kept, [first]: old[first] ?? null };
      continue;
    }
    const [now, before] = [kept[first], old[first]];
    if (isMap(now) && isMap(before) && now[second] === undefined && before[second] !== undefined) {
      kept = { ...kept, [first]: { ...now, [second]: before[second] ?? null } };
    }
  }
  return kept;
}

function bodyOf(type: EntraType, inputs: Properties): Properties {
  const entries = type.properties.map((key): [string, Value | undefined] => [key, inputs[key]]);
  return withoutMarks(withoutUndefined(Object.fromEntries(entries))) as Properties;
}

function withoutMarks(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (!isMap(value)) return value;
  const own = Object.entries(value).filter(([key]) => key !== "__defaults");
  return Object.fromEntries(own.map(([key, each]) => [key, withoutMarks(each)]));
}

/** The resource's id is a path, and the object id stands beside it. An authentication strength has none.
 *  Source: https://github.com/hashicorp/terraform-provider-azuread/pull/1703, read 2026-11-25. */
function outputsOf({ id, ...body }: Properties): Properties {
  const { objectId, ...rest } = body;
  return textOf(id).startsWith("/policies/") ? rest : withoutUndefined({ ...rest, objectId });
}

/** Only for groups that ask for it; a second policy of the same name is simply there.
 *  Source: `preventDuplicateNames` in group.d.ts of @pulumi/azuread 6.9.1, read 2026-11-25. */
function refuseDuplicate(world: World, type: EntraType, inputs: Properties): void {
  if (inputs.preventDuplicateNames !== true) return;
  const same = objectsOf(world, "graph")
    .all()
    .find(
      (each) => textOf(each.id).startsWith(`${collectionOf(type, inputs)}/`) && each.displayName === inputs.displayName,
    );
  if (same !== undefined) throw new Error(`a group named "${textOf(inputs.displayName)}" exists: ${textOf(same.id)}`);
}

async function invoke(
  world: World,
  call: (request: Request) => Promise<Response>,
  token: string,
  args: Properties,
): Promise<Properties> {
  switch (token) {
    case "azuread:index/getClientConfig:getClientConfig":
      return { ...signInOf(world) };
    case "azuread:index/getGroup:getGroup":
      return lookUp(world, "/groups/", args);
    case "azuread:index/getNamedLocation:getNamedLocation":
      return lookUp(world, "/identity/conditionalAccess/namedLocations/", args);
    case "azuread:index/getServicePrincipal:getServicePrincipal": {
      const { body = {} } = await succeeded(call({ method: "GET", id: `/servicePrincipals/${textOf(args.clientId)}` }));
      return body;
    }
    default:
      throw new Error(`unrecognized data function (ReadDataSource): ${token}`);
  }
}

function lookUp(world: World, collection: string, { displayName, objectId }: Properties): Properties {
  const all = objectsOf(world, "graph").all();
  const matches = all
    .filter(({ id }) => textOf(id).startsWith(collection))
    .filter((each) => (objectId === undefined ? each.displayName === displayName : each.objectId === objectId));
  const [match] = matches;
  if (match === undefined || matches.length > 1) {
    throw new Error(`${matches.length} objects found in ${collection} for ${textOf(displayName ?? objectId)}`);
  }
  return match;
}

async function succeeded(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  const failure = failureOf(response);
  if (failure !== undefined) throw failure;
  return response;
}
