/** gRPC and the messages of Pulumi's protocol, loaded when the first program is run: every command loads this room, and few run a program. */

import type * as Grpc from "@grpc/grpc-js";
import type * as EngineRpc from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as Engine from "@pulumi/pulumi/proto/engine_pb";
import type * as Provider from "@pulumi/pulumi/proto/provider_pb";
import type * as ResourceRpc from "@pulumi/pulumi/proto/resource_grpc_pb";
import type * as Resource from "@pulumi/pulumi/proto/resource_pb";
import type * as EmptyMessage from "google-protobuf/google/protobuf/empty_pb";
import type * as StructMessage from "google-protobuf/google/protobuf/struct_pb";

export type Protocol = ReturnType<typeof load>;

let loaded: Protocol | undefined;

/** It takes a tenth and more of the time in which a command starts. */
export function protocol(): Protocol {
  loaded ??= load();
  return loaded;
}

function load() {
  const { Server, ServerCredentials, status } = require("@grpc/grpc-js") as typeof Grpc;
  const { EngineService } = require("@pulumi/pulumi/proto/engine_grpc_pb") as typeof EngineRpc;
  const engine = require("@pulumi/pulumi/proto/engine_pb") as typeof Engine;
  const { InvokeResponse } = require("@pulumi/pulumi/proto/provider_pb") as typeof Provider;
  const { ResourceMonitorService } = require("@pulumi/pulumi/proto/resource_grpc_pb") as typeof ResourceRpc;
  const resource = require("@pulumi/pulumi/proto/resource_pb") as typeof Resource;
  const { Empty } = require("google-protobuf/google/protobuf/empty_pb") as typeof EmptyMessage;
  const { Struct } = require("google-protobuf/google/protobuf/struct_pb") as typeof StructMessage;
  const { GetRootResourceResponse, LogSeverity, SetRootResourceResponse } = engine;
  const { RegisterResourceResponse, SupportsFeatureResponse } = resource;
  const services = { EngineService, ResourceMonitorService };
  const messages = { Empty, GetRootResourceResponse, InvokeResponse, LogSeverity, RegisterResourceResponse };
  return {
    Server,
    ServerCredentials,
    status,
    ...services,
    ...messages,
    SetRootResourceResponse,
    Struct,
    SupportsFeatureResponse,
  };
}
