/** Face of the room: run a Pulumi program without Pulumi's CLI, and see all that it registers. */

export {
  type Answers,
  emptyTenantAnswers,
  type Invocation,
  type Mode,
  type Reachable,
  type ResourceAnswer,
} from "./answers";
export { type PropertyMap, type PropertyValue, secretProperty, unknownProperty } from "./property-value";
export { MONITOR_VARIABLE } from "./pulumi-project";
export type { LogMessage } from "./recording";
export type { Alias, Registration, RegistrationOptions } from "./registration";
export { type ProgramOptions, type ProgramRun, runProgram } from "./run-program";
