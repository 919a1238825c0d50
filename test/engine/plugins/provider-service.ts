/** The provider protocol over a stand-in: what Pulumi's engine asks, in plain values. */

import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  CheckFailure,
  type CheckRequest,
  CheckResponse,
  type ConfigureRequest,
  ConfigureResponse,
  type CreateRequest,
  CreateResponse,
  type DeleteRequest,
  type DiffRequest,
  DiffResponse,
  GetSchemaResponse,
  type InvokeRequest,
  InvokeResponse,
  PropertyDiff,
  ProviderHandshakeResponse,
  type ReadRequest,
  ReadResponse,
  type UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { unary } from "./plugin-server";
import type { Properties } from "./values";

export interface Checked {
  readonly inputs: Properties;
  readonly failures: readonly string[];
}

/** By path into the inputs, such as `tactics[1]`. */
export type DetailedDiff = Readonly<Record<string, PropertyChange>>;

export interface PropertyChange {
  readonly kind: "add" | "delete" | "update";
  readonly replaces: boolean;
}

export interface ReadState {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

export interface Previous extends ReadState {
  readonly id: string;
}

/** What a provider does. Types are Pulumi's tokens; errors are thrown in the provider's words. */
export interface StandIn {
  readonly version: string;
  /** Settings of the provider resource, without their prefix. */
  readonly configure: (settings: Readonly<Record<string, string>>) => void;
  readonly check: (type: string, inputs: Properties, old: Properties, name: string) => Checked;
  readonly diff: (type: string, inputs: Properties, previous: Previous) => DetailedDiff;
  /** Whether a replacement deletes first. */
  readonly deletesBeforeReplace: boolean;
  readonly previewed: (type: string, inputs: Properties, previous?: Previous) => Properties;
  readonly create: (type: string, inputs: Properties) => Promise<{ readonly id: string; readonly outputs: Properties }>;
  /** Undefined: it is gone. Without a previous state it is an import. */
  readonly read: (type: string, id: string, previous?: ReadState) => Promise<ReadState | undefined>;
  readonly update: (type: string, inputs: Properties, previous: Previous) => Promise<Properties>;
  readonly remove: (type: string, previous: Previous) => Promise<void>;
  readonly invoke: (token: string, args: Properties) => Promise<Properties>;
}

export function providerService(standIn: StandIn): UntypedServiceImplementation {
  return {
    ...lifecycle(standIn),
    ...changes(standIn),
    invoke: unary(async (request: InvokeRequest) => {
      const answer = await standIn.invoke(request.getTok(), plain(request.getArgs()));
      return new InvokeResponse().setReturn(struct(answer));
    }),
  };
}

/** Like azure-native and bridged providers it shows previews, and takes no secrets: the engine gives it plain values and keeps the marks.
 *  Source: provider/pkg/provider/provider.go (Configure) of https://github.com/pulumi/pulumi-azure-native, read 2026-11-25. */
function lifecycle(standIn: StandIn): UntypedServiceImplementation {
  return {
    handshake: unary(() => new ProviderHandshakeResponse()),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(standIn.version)),
    getSchema: unary(() => new GetSchemaResponse().setSchema("{}")),
    checkConfig: unary((request: CheckRequest) => new CheckResponse().setInputs(request.getNews())),
    diffConfig: unary(() => new DiffResponse()),
    configure: unary((request: ConfigureRequest) => {
      const variables = request.getVariablesMap().toArray() as [string, string][];
      standIn.configure(Object.fromEntries(variables.map(([key, value]) => [key.split(":").at(-1) ?? key, value])));
      return new ConfigureResponse().setSupportspreview(true);
    }),
  };
}

function changes(standIn: StandIn): UntypedServiceImplementation {
  return {
    check: unary((request: CheckRequest) => {
      const { type, name } = partsOf(request.getUrn());
      const { inputs, failures } = standIn.check(type, plain(request.getNews()), plain(request.getOlds()), name);
      const list = failures.map((reason) => new CheckFailure().setReason(reason));
      return new CheckResponse().setInputs(struct(inputs)).setFailuresList(list);
    }),
    diff: unary((request: DiffRequest) => {
      const diff = standIn.diff(partsOf(request.getUrn()).type, plain(request.getNews()), previousOf(request));
      return diffResponse(diff, standIn.deletesBeforeReplace);
    }),
    create: unary(async (request: CreateRequest) => {
      const { type } = partsOf(request.getUrn());
      const inputs = plain(request.getProperties());
      if (request.getPreview()) return new CreateResponse().setProperties(struct(standIn.previewed(type, inputs)));
      const { id, outputs } = await standIn.create(type, inputs);
      return new CreateResponse().setId(id).setProperties(struct(outputs));
    }),
    read: unary(async (request: ReadRequest) => {
      const hasState = request.getInputs() !== undefined || request.getProperties() !== undefined;
      const old = { inputs: plain(request.getInputs()), outputs: plain(request.getProperties()) };
      const isImport = !hasState || Object.keys(old.inputs).length === 0;
      const { type } = partsOf(request.getUrn());
      const state = await standIn.read(type, request.getId(), isImport ? undefined : old);
      if (state === undefined) return new ReadResponse();
      const response = new ReadResponse().setId(request.getId());
      return response.setInputs(struct(state.inputs)).setProperties(struct(state.outputs));
    }),
    update: unary(async (request: UpdateRequest) => {
      const { type } = partsOf(request.getUrn());
      const inputs = plain(request.getNews());
      const previous = previousOf(request);
      const outputs = request.getPreview()
        ? standIn.previewed(type, inputs, previous)
        : await standIn.update(type, inputs, previous);
      return new UpdateResponse().setProperties(struct(outputs));
    }),
    delete: unary(async (request: DeleteRequest) => {
      const previous = {
        id: request.getId(),
        inputs: plain(request.getOldInputs()),
        outputs: plain(request.getProperties()),
      };
      await standIn.remove(partsOf(request.getUrn()).type, previous);
      return new Empty();
    }),
  };
}

function previousOf(request: DiffRequest | UpdateRequest): Previous {
  return { id: request.getId(), inputs: plain(request.getOldInputs()), outputs: plain(request.getOlds()) };
}

function diffResponse(diff: DetailedDiff, deletesBeforeReplace: boolean): DiffResponse {
  const response = new DiffResponse().setHasdetaileddiff(true);
  const paths = Object.keys(diff);
  const replaces = paths.filter((path) => diff[path]?.replaces);
  for (const [path, change] of Object.entries(diff)) {
    const kind = KINDS[change.kind][change.replaces ? 1 : 0];
    response.getDetaileddiffMap().set(path, new PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response
    .setChanges(paths.length === 0 ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
    .setDiffsList([...new Set(paths.map((path) => path.split(/[.[]/)[0] ?? path))])
    .setReplacesList(replaces)
    .setDeletebeforereplace(deletesBeforeReplace && replaces.length > 0);
}

/** `urn:pulumi:<stack>::<project>::<types>::<name>`, of whose types the last is the resource's own. */
function partsOf(urn: string): { readonly type: string; readonly name: string } {
  const [, , types = "", ...name] = urn.split("::");
  return { type: types.split("$").at(-1) ?? "", name: name.join("::") };
}

function plain(properties: Struct | undefined): Properties {
  return (properties?.toJavaScript() ?? {}) as Properties;
}

function struct(properties: Properties): Struct {
  return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);
}

const { Kind } = PropertyDiff;
/** Without and with replacement. */
const KINDS = {
  add: [Kind.ADD, Kind.ADD_REPLACE],
  delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;
