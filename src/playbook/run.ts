/** Face of the room: evaluates expressions and runs workflows. */

export { type ExpressionAnswer, evaluateExpressionText, evaluateTemplateJson } from "./expressions/answer";
export { type GivenContext, givenContextShape } from "./expressions/given-context";
