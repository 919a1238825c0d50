/** The operation `runWorkflow`: one run of a workflow, its calls answered by stubs. */

import { Type } from "typebox";
import {
  type RecordedCall,
  runWorkflow,
  type Stub,
  stubAnswers,
  workflowShape,
  workflowValuesShape,
} from "../playbook/run";
import { type OperationAnswer, operation } from "./operation";

const orNull = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Optional(Type.Union([shape, Type.Null()]));

const stubShape = Type.Object({
  statusCode: Type.Integer({ minimum: 100, maximum: 599 }),
  headers: orNull(Type.Record(Type.String(), Type.Unknown())),
  body: Type.Optional(Type.Unknown()),
});

export const runWorkflowOperation = operation({
  name: "runWorkflow",
  summary: "Runs a workflow on a virtual clock; stubs answer its calls by the name of the action.",
  request: Type.Object({
    definition: workflowShape,
    parameters: Type.Optional(workflowValuesShape),
    trigger: Type.Optional(Type.Object({ name: orNull(Type.String()), outputs: Type.Optional(Type.Unknown()) })),
    stubs: Type.Optional(Type.Record(Type.String(), Type.Array(stubShape))),
    now: Type.Optional(Type.String()),
  }),
  run: async ({ definition, parameters, trigger = {}, stubs = {}, now }, world): Promise<OperationAnswer> => {
    const { name, outputs } = trigger;
    const answer = await runWorkflow({
      definition,
      parameters,
      trigger: { name: name ?? undefined, outputs },
      answer: stubAnswers(stubs as Readonly<Record<string, readonly Stub[]>>),
      now: now ?? world.now,
    });
    if ("refused" in answer) return answer;
    const { status, actions, calls, response, variables } = answer.result;
    return { result: { status, actions, calls: calls.map(wireCall), ...(response ? { response } : {}), variables } };
  },
});

/** A call as docs/batch.md has it. */
function wireCall({
  action,
  iteration,
  method,
  uri,
  path,
  headers,
  body,
  queries,
  identity,
  attempts,
}: RecordedCall): object {
  return {
    action,
    ...(iteration.length > 0 ? { iteration } : {}),
    method,
    ...(uri === undefined ? { path } : { uri }),
    ...(queries === undefined ? {} : { queries }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
    ...(identity?.audience === undefined ? {} : { audience: identity.audience }),
    ...(identity ? { identity } : {}),
    attempts,
  };
}
