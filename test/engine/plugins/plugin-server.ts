/** What every plugin of Pulumi's engine does: serves gRPC on a port that it prints as its first line, and ends with the engine. */

import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { type handleUnaryCall, Server, ServerCredentials, type ServiceDefinition, status } from "@grpc/grpc-js";

/** Source: https://www.pulumi.com/docs/iac/guides/building-extending/providers, read 2026-11-23: the first line of a plugin is its port. */
export function servePlugin(service: ServiceDefinition, implementation: UntypedServiceImplementation): void {
  const server = new Server({ "grpc.max_receive_message_length": MESSAGE_BYTES_MAX });
  server.addService(service, implementation);
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    process.stdout.write(`${port}\n`);
  });
  endWithParent();
}

/** An engine that is killed can't tell its plugins to end. What they have sent to the service by then is done, as in Azure. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, PARENT_POLL_MS).unref();
}

/** A method with one answer; an error that is thrown is the caller's, in its own words. */
export function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    Promise.resolve(request)
      .then(answer)
      .then(
        (response) => callback(null, response),
        (error: unknown) =>
          callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) }),
      );
  };
}

const PARENT_POLL_MS = 100;
/** The SDK's own limit. Source: @pulumi/pulumi 3.248.0, runtime/settings.js, read 2026-11-24. */
const MESSAGE_BYTES_MAX = 400 * 1024 * 1024;
