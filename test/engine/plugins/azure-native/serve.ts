/** The plugin `pulumi-resource-azure-native` of the engine tests. */

import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { servePlugin } from "../plugin-server";
import { providerService } from "../provider-service";
import { worldOfEnvironment } from "../world/world";
import { azureNative } from "./provider";

servePlugin(ResourceProviderService, providerService(azureNative(worldOfEnvironment())));
