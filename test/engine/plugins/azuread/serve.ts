/** The plugin `pulumi-resource-azuread` of the engine tests. */

import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { servePlugin } from "../plugin-server";
import { providerService } from "../provider-service";
import { worldOfEnvironment } from "../world/world";
import { azuread } from "./provider";

servePlugin(ResourceProviderService, providerService(azuread(worldOfEnvironment())));
