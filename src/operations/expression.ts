/** The operation `expression`: one expression or template of a workflow, evaluated in a given world. */

import { Type } from "typebox";
import { evaluateExpressionText, evaluateTemplateJson, givenContextShape } from "../playbook/run";
import { type OperationAnswer, operation } from "./operation";

export const expression = operation({
  name: "expression",
  summary: "Evaluates an expression, or a JSON value whose strings are templates, as Logic Apps does.",
  request: Type.Object({
    expression: Type.Optional(Type.String({ description: "The text after `@`." })),
    template: Type.Optional(Type.Unknown({ description: "Any JSON value." })),
    context: Type.Optional(givenContextShape),
  }),
  run: ({ expression: text, template, context = {} }, { now }): OperationAnswer => {
    const answer =
      text === undefined ? evaluateTemplateJson(template, context, now) : evaluateExpressionText(text, context, now);
    return "value" in answer ? { result: { value: answer.value } } : answer;
  },
});
