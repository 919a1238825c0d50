/** What a program says of one resource when it registers it. */

import type { Alias as WireAlias } from "@pulumi/pulumi/proto/alias_pb";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { Map as WireMap } from "google-protobuf";
import { compareTexts } from "../diagnostics";
import { type PropertyMap, propertiesOf } from "./property-value";

export interface Registration {
  readonly urn: string;
  /** Pulumi's type token. */
  readonly type: string;
  readonly name: string;
  /** URN of the parent; the stack alone has none. */
  readonly parent?: string;
  /** True for what a provider keeps, false for components. */
  readonly custom: boolean;
  readonly inputs: PropertyMap;
  readonly options: RegistrationOptions;
}

/** What was not said is absent, so that a test can compare the whole. */
export interface RegistrationOptions {
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deleteBeforeReplace?: boolean;
  readonly replaceOnChanges?: readonly string[];
  readonly ignoreChanges?: readonly string[];
  readonly additionalSecretOutputs?: readonly string[];
  /** Id of the existing resource that is taken over. */
  readonly import?: string;
  readonly aliases?: readonly Alias[];
  /** `<urn>::<id>` of the explicit provider; absent means the ambient one. */
  readonly provider?: string;
  /** Of a component: what its children inherit, by package. */
  readonly providers?: Readonly<Record<string, string>>;
  /** URNs of all that must be there first, stated or through an input. */
  readonly dependsOn?: readonly string[];
  /** For each input that holds another resource's output: the URNs of those resources. */
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  /** Version of the provider's package. */
  readonly version?: string;
}

/** Another identity under which the state may hold the resource. */
export interface Alias {
  readonly urn?: string;
  readonly name?: string;
  readonly type?: string;
  readonly project?: string;
  readonly stack?: string;
  readonly parent?: string;
  readonly noParent?: true;
}

export function registrationOf(request: RegisterResourceRequest, urn: string): Registration {
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    ...stated({ parent: request.getParent() }),
    custom: request.getCustom(),
    inputs: propertiesOf(request.getObject()),
    options: optionsOf(request),
  };
}

function optionsOf(request: RegisterResourceRequest): RegistrationOptions {
  const isDeleteBeforeReplaceStated = request.getDeletebeforereplacedefined();
  return stated({
    protect: request.hasProtect() ? request.getProtect() : undefined,
    retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
    deleteBeforeReplace: isDeleteBeforeReplaceStated ? request.getDeletebeforereplace() : undefined,
    replaceOnChanges: request.getReplaceonchangesList(),
    ignoreChanges: request.getIgnorechangesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    import: request.getImportid(),
    aliases: request.getAliasesList().map(aliasOf),
    provider: request.getProvider(),
    providers: recordOf(request.getProvidersMap(), (reference) => reference),
    dependsOn: request.getDependenciesList().toSorted(),
    propertyDependencies: recordOf(request.getPropertydependenciesMap(), (dependencies) => {
      const urns = dependencies.getUrnsList();
      return urns.length === 0 ? undefined : urns.toSorted();
    }),
    version: request.getVersion(),
  });
}

/** A protobuf map in the order of its keys, without the entries that have nothing to say. */
function recordOf<From, To>(map: WireMap<string, From>, toValue: (value: From) => To | undefined): Record<string, To> {
  const entries: [string, To][] = [];
  map.forEach((wireValue, key) => {
    const value = toValue(wireValue);
    if (value !== undefined) entries.push([key, value]);
  });
  return Object.fromEntries(entries.toSorted(([left], [right]) => compareTexts(left, right)));
}

function aliasOf(alias: WireAlias): Alias {
  const spec = alias.getSpec();
  if (spec === undefined) return stated({ urn: alias.getUrn() });
  return stated({
    name: spec.getName(),
    type: spec.getType(),
    project: spec.getProject(),
    stack: spec.getStack(),
    parent: spec.getParenturn(),
    noParent: spec.getNoparent() ? true : undefined,
  });
}

type Stated<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Leaves out what protobuf cannot tell from absent: undefined, the empty text, the empty list, the empty map. */
function stated<T extends object>(values: T): Stated<T> {
  const entries = Object.entries(values).filter(([, value]) => {
    if (value === undefined || value === "") return false;
    return typeof value !== "object" || Object.keys(value).length > 0;
  });
  return Object.fromEntries(entries) as Stated<T>;
}
