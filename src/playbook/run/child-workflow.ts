/** Workflows that a run calls, run in place: on the same clock, with a world of variables of their own. */

import { beyondLimit } from "../expressions/failure";
import { isObject, objectOf, propertyOf, toJson, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import type { WorkflowSource } from "../workflow/read-workflow";
import { isType } from "../workflow/workflow";
import { toldActions } from "./action-statuses";
import type { RecordedCall } from "./connector";
import { type ChildAnswer, calledAs, type Frame, type Run, timestamp } from "./frame";
import { newRun } from "./new-run";
import { prepareWorkflow } from "./prepare";
import { iterationOf } from "./record";
import type { Routine } from "./routine";

/** The definition of a called workflow by its resource id; undefined where it is not known. */
export type ChildWorkflows = (workflowId: string) => WorkflowSource | undefined;

/** Workflows may call each other in a circle; this ends it. */
const CHILD_DEPTH_MAX = 8;

/** Answers the calls of Workflow actions. */
export function childRunner(children: ChildWorkflows, depth = 1): Run["child"] {
  return function* (frame, inputs) {
    const id = textOf(partOf(inputs, "host", "workflow", "id"));
    const source = children(id);
    if (!source) return undefined;
    if (depth > CHILD_DEPTH_MAX)
      return beyondLimit(`workflows call each other more than ${CHILD_DEPTH_MAX} levels deep`);
    return yield* answered(frame, inputs, { id, source, child: childRunner(children, depth + 1) });
  };
}

interface Called {
  readonly id: string;
  readonly source: WorkflowSource;
  readonly child: Run["child"];
}

function* answered(frame: Frame, inputs: Value, { id, source, child }: Called): Routine<ChildAnswer> {
  const { run } = frame;
  const prepared = prepareWorkflow(source);
  const { workflow } = prepared;
  const calls: RecordedCall[] = [];
  const outputs = toJson(
    objectOf([
      ["headers", headersOf(run, inputs)],
      ["body", partOf(inputs, "body")],
    ]),
  );
  const trigger = { name: textOf(partOf(inputs, "host", "triggerName")), outputs };
  const start = { prepared, trigger, now: timestamp(run), identity: { id } };
  const { clock, runScope, children } = run;
  const inner = newRun(start, { clock, runScope, child, calls, calledAs: id, children });
  inner.stepsLeft = run.stepsLeft;
  const status = yield* inner.runScope(inner, workflow.top, inner.root);
  run.stepsLeft = inner.stepsLeft;
  children.push({
    workflow: id,
    ...(run.calledAs === undefined ? {} : { caller: run.calledAs }),
    action: frame.action.name,
    iteration: iterationOf(frame.instance),
    status: inner.ended?.status ?? status,
    ...toldActions(inner),
    calls: calls.filter(({ workflow: maker }) => maker === id),
  });
  const answer = inner.response ?? unanswered(workflow.actions.some((action) => isType(action, "Response")));
  run.calls.push(callOf(frame, inputs, id, answer), ...calls);
  return answer;
}

/** A workflow without Response is accepted at once; one that ends without coming to its Response answers nothing. */
function unanswered(hasResponse: boolean): ChildAnswer {
  return { statusCode: hasResponse ? 502 : 202, headers: objectOf([]), body: null };
}

/** The service names the calling workflow and run in headers. */
function headersOf(run: Run, inputs: Value): Value {
  const given = partOf(inputs, "headers");
  return objectOf([
    ["x-ms-workflow-name", partOf(run.workflowRecord(), "name")],
    ["x-ms-workflow-run-id", partOf(run.workflowRecord(), "run", "name")],
    ...(isObject(given) ? given : []),
  ]);
}

function callOf(
  { run, action, instance }: Frame,
  inputs: Value,
  id: string,
  { statusCode }: ChildAnswer,
): RecordedCall {
  const body = partOf(inputs, "body");
  return {
    kind: "workflow",
    action: action.name,
    type: action.type,
    iteration: iterationOf(instance),
    method: "POST",
    path: `${id}/triggers/${textOf(partOf(inputs, "host", "triggerName"))}/run`,
    ...(body === null ? {} : { body: toJson(body) }),
    attempts: 1,
    isPoll: false,
    at: timestamp(run),
    ...calledAs(run),
    statusCode,
  };
}

function partOf(value: Value, ...names: readonly string[]): Value {
  return names.reduce<Value>((parent, name) => (isObject(parent) ? (propertyOf(parent, name) ?? null) : null), value);
}
