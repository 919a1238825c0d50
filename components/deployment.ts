/** Makes a Plan's resources: leaves become outputs, lookups and secrets; names become resources. */

import {
  Config,
  type CustomResource,
  type CustomResourceOptions,
  type Input,
  type Inputs,
  Output,
  type Resource as PulumiResource,
  runtime,
  unknown,
} from "@pulumi/pulumi";
import { invariant, unreachable } from "../src/diagnostics";
import {
  canonicalJson,
  type Json,
  type Leaf,
  type LookupLeaf,
  leafOf,
  type OutputLeaf,
  type Resource,
} from "../src/plan";
import { type Providers, providerOf } from "./providers";
import { resourceClass } from "./resource-classes";

/** What is made so far. */
export interface Deployment {
  readonly providers: Providers;
  readonly resources: Map<string, CustomResource>;
  /** One call for all leaves that ask the same. */
  readonly lookups: Map<string, Output<unknown>>;
}

export function newDeployment(providers: Providers): Deployment {
  return { providers, resources: new Map(), lookups: new Map() };
}

/** Registers one resource under its plane. What it refers to has been made before. */
export function deployResource(resource: Resource, parent: PulumiResource, deployment: Deployment): void {
  const { name, type, inputs } = resource;
  const ResourceClass = resourceClass(type);
  invariant(ResourceClass !== undefined, `preflight lets pass only types that have a class, not \`${type}\``);
  const made = new ResourceClass(name, resolved(inputs, deployment) as never, optionsOf(resource, parent, deployment));
  deployment.resources.set(name, made);
}

function optionsOf(
  { dependsOn, options }: Resource,
  parent: PulumiResource,
  deployment: Deployment,
): CustomResourceOptions {
  const { aliases, replaceOnChanges, ignoreChanges, ...plain } = options;
  return {
    ...plain,
    parent,
    ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.map((name) => madeResource(name, deployment)) }),
    ...(aliases === undefined ? {} : { aliases: aliases.map((name) => ({ name })) }),
    ...(replaceOnChanges === undefined ? {} : { replaceOnChanges: [...replaceOnChanges] }),
    ...(ignoreChanges === undefined ? {} : { ignoreChanges: [...ignoreChanges] }),
  };
}

/** The value itself where it has no leaf, so that a rule without references makes no output at all. */
function resolved(value: Json, deployment: Deployment): Input<unknown> {
  if (value === null || typeof value !== "object") return value;
  const leaf = leafOf(value);
  if (leaf !== undefined) return leafValue(leaf, deployment);
  if (Array.isArray(value)) return value.map((each) => resolved(each, deployment));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, deployment)]));
}

function leafValue(leaf: Leaf, deployment: Deployment): Output<unknown> {
  if ("picket:output" in leaf) return outputValue(leaf, deployment);
  if ("picket:lookup" in leaf) return lookupValue(leaf, deployment);
  if ("picket:secret" in leaf) return new Config("picket").requireSecret(leaf["picket:secret"]);
  return unreachable(leaf);
}

function outputValue({ "picket:output": { name, path } }: OutputLeaf, deployment: Deployment): Output<unknown> {
  const [property = "", ...rest] = path.split(".");
  const value: unknown = Reflect.get(madeResource(name, deployment), property);
  invariant(Output.isInstance(value), `\`${name}\` has no output \`${property}\``);
  return value.apply((known) => within(known, rest, `output \`${path}\` of \`${name}\``));
}

function lookupValue({ "picket:lookup": { type, args, path } }: LookupLeaf, deployment: Deployment): Output<unknown> {
  const question = canonicalJson({ type, args });
  let answer = deployment.lookups.get(question);
  if (answer === undefined) {
    const provider = providerOf(type, deployment.providers);
    answer = runtime.invokeOutput<unknown>(type, resolved(args, deployment) as Inputs, { provider });
    deployment.lookups.set(question, answer);
  }
  return answer.apply((known) => within(known, path.split("."), `\`${path}\` in the answer of \`${type}\``));
}

/** The value at the end of a path. What a preview does not have yet is unknown; after a deployment it is missing. */
function within(value: unknown, path: readonly string[], what: string): unknown {
  let current = value;
  for (const key of path) current = isObject(current) ? current[key] : undefined;
  if (current !== undefined) return current;
  if (runtime.isDryRun()) return unknown;
  throw new Error(`there is no ${what}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object";
}

function madeResource(name: string, { resources }: Deployment): CustomResource {
  const resource = resources.get(name);
  invariant(resource !== undefined, `\`${name}\` must be made before what refers to it`);
  return resource;
}
