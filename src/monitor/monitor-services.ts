/** The two services that a Pulumi program talks to, ResourceMonitor and Engine, over a recording and a world that answers. */

import type { handleUnaryCall, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { LogRequest, SetRootResourceRequest } from "@pulumi/pulumi/proto/engine_pb";
import type {
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  RegisterResourceResponse,
  ResourceInvokeRequest,
  SupportsFeatureRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Answers, Mode, ResourceAnswer } from "./answers";
import { propertiesOf, structOf } from "./property-value";
import { protocol } from "./protocol";
import type { LogMessage, Recording } from "./recording";
import { type Registration, registrationOf } from "./registration";
import { STACK_TYPE, urnOf } from "./urn";

export interface ServiceSettings {
  readonly project: string;
  readonly stack: string;
  readonly mode: Mode;
  readonly answers: Answers;
  readonly recording: Recording;
  /** The program has nothing more to register. */
  readonly onShutdown: () => void;
}

/** Methods that are not here (reads, calls, transforms, hooks, packages) are refused by the server as not implemented. */
export function monitorService(settings: ServiceSettings): UntypedServiceImplementation {
  const { recording, answers, mode } = settings;
  const { Empty, InvokeResponse, SupportsFeatureResponse } = protocol();
  return {
    supportsFeature: unary((request: SupportsFeatureRequest) =>
      new SupportsFeatureResponse().setHassupport(FEATURES.has(request.getId())),
    ),
    registerResource: unary((request: RegisterResourceRequest) => registerResource(request, settings)),
    registerResourceOutputs: unary((request: RegisterResourceOutputsRequest) => {
      recording.outputs.set(request.getUrn(), propertiesOf(request.getOutputs()));
      return new Empty();
    }),
    invoke: unary((request: ResourceInvokeRequest) => {
      const provider = request.getProvider();
      const invocation = {
        token: request.getTok(),
        args: propertiesOf(request.getArgs()),
        ...(provider === "" ? {} : { provider }),
      };
      recording.invocations.push(invocation);
      return new InvokeResponse().setReturn(structOf(answers.invoke(invocation, mode)));
    }),
    signalAndWaitForShutdown: unary(() => {
      settings.onShutdown();
      return new Empty();
    }),
  };
}

export function engineService({ recording }: ServiceSettings): UntypedServiceImplementation {
  const { Empty, GetRootResourceResponse, SetRootResourceResponse } = protocol();
  let rootUrn = "";
  return {
    log: unary((request: LogRequest) => {
      const message = logged(request);
      if (message !== undefined) recording.messages.push(message);
      return new Empty();
    }),
    getRootResource: unary(() => new GetRootResourceResponse().setUrn(rootUrn)),
    setRootResource: unary((request: SetRootResourceRequest) => {
      rootUrn = request.getUrn();
      return new SetRootResourceResponse();
    }),
  };
}

/** A failed registration ends a deployment: the engine says why and stops answering, so that the SDK ends the program in silence. */
function registerResource(request: RegisterResourceRequest, settings: ServiceSettings): RegisterResourceResponse {
  const urn = urnOf(request.getType(), request.getName(), request.getParent(), settings);
  try {
    return registered(request, urn, settings);
  } catch (error) {
    const message = messageOf(error);
    settings.recording.messages.push({ severity: "error", message, urn });
    settings.recording.refusals.push(`\`${urn}\` was not registered: ${message}`);
    throw new RefusedRegistration(message);
  }
}

class RefusedRegistration extends Error {}

function registered(
  request: RegisterResourceRequest,
  urn: string,
  settings: ServiceSettings,
): RegisterResourceResponse {
  const { recording, answers, mode } = settings;
  if (request.getRemote()) throw new Error("it is a component of another package, which this monitor does not run");
  // The engine's own words, so that who meets them here knows them from there.
  if (recording.registrations.has(urn)) throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
  const registration = registrationOf(request, urn);
  recording.registrations.set(urn, registration);
  const answer = answerOf(registration, answers, mode);
  const { RegisterResourceResponse } = protocol();
  return new RegisterResourceResponse()
    .setUrn(urn)
    .setId(answer.id ?? "")
    .setObject(structOf(answer.outputs));
}

/** Components have no outputs but those they register; a provider's id is the engine's to give. */
function answerOf(registration: Registration, answers: Answers, mode: Mode): ResourceAnswer {
  const { type, name, custom, inputs } = registration;
  if (!custom || type === STACK_TYPE) return { outputs: {} };
  if (type.startsWith("pulumi:providers:"))
    return mode === "preview" ? { outputs: inputs } : { id: name, outputs: inputs };
  return answers.resource(registration, mode);
}

/** Debug messages, several for each registration, are the SDK's own. */
function logged(request: LogRequest): LogMessage | undefined {
  const severity = severityOf(request.getSeverity());
  if (severity === undefined) return undefined;
  const urn = request.getUrn();
  return { severity, message: request.getMessage(), ...(urn === "" ? {} : { urn }) };
}

/** A method that answers at once; what it throws is the program's error, in the same words. */
function unary<Request, Response>(answer: (request: Request) => Response): handleUnaryCall<Request, Response> {
  const { status } = protocol();
  return ({ request }: { request: Request }, callback: sendUnaryData<Response>) => {
    try {
      callback(null, answer(request));
    } catch (error) {
      const code = error instanceof RefusedRegistration ? status.UNAVAILABLE : status.UNKNOWN;
      callback({ code, details: messageOf(error) });
    }
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What this monitor does as the engine does it. The SDK refuses a program that needs more, such as transforms, by name. */
const FEATURES: ReadonlySet<string> = new Set(["secrets", "resourceReferences", "outputValues", "aliasSpecs"]);

function severityOf(severity: number): LogMessage["severity"] | undefined {
  const { LogSeverity } = protocol();
  if (severity === LogSeverity.INFO) return "info";
  if (severity === LogSeverity.WARNING) return "warning";
  return severity === LogSeverity.ERROR ? "error" : undefined;
}
