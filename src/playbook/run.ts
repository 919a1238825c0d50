/** Face of the room: evaluates expressions and runs workflows. */

export { unansweredCall } from "./checks/unanswered-call";
export { type ExpressionAnswer, evaluateExpressionText, evaluateTemplateJson } from "./expressions/answer";
export { type GivenContext, givenContextShape } from "./expressions/given-context";
export type { ChildWorkflows } from "./run/child-workflow";
export type { Answer, CallIdentity, ConnectorAnswer, ConnectorCall, RecordedCall } from "./run/connector";
export type { ChildRun } from "./run/frame";
export type { Status } from "./run/outcome";
export { type PreparedWorkflow, prepareWorkflow } from "./run/prepare";
export {
  type RunAnswer,
  type RunOptions,
  type RunRequest,
  type RunResult,
  runPrepared,
  runWorkflow,
} from "./run/run-workflow";
export { type Stub, stubAnswers } from "./run/stubs";
export { workflowShape, workflowValuesShape } from "./workflow/shape";
