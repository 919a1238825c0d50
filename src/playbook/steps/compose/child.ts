/** The workflow that makes the calls of one step: it alone has their right, and repeats the guard before it uses it. */

import type { Json } from "../../expressions/value";
import {
  type ActionJson,
  type Actions,
  ANY_END,
  after,
  choose,
  filter,
  inOrder,
  literal,
  scope,
  select,
} from "../parts/actions";
import { guardActions, guardParameters, lookup } from "../parts/guard";
import type { StepContext } from "../step";
import { definitionOf } from "./definition";
import { type ChosenStep, type ComposedWorkflow, childName, type StepPlaybook } from "./step-playbook";

/** Name of the trigger by which children are called. */
export const CHILD_TRIGGER = "manual";

const TRIGGER = { [CHILD_TRIGGER]: { type: "Request", kind: "Http", inputs: {} } };

export function childWorkflow(playbook: StepPlaybook, chosen: ChosenStep, context: StepContext): ComposedWorkflow {
  const guard = guardPart(playbook, chosen);
  const { step, settings } = chosen;
  const actions = inOrder({
    ...(guard ? { Guard: scope(guard.actions) } : {}),
    May_act: choose(mayAct(chosen, guard), {
      Act: scope(step.kind === "account" || step.kind === "source" ? step.act(settings, context) : {}),
      ...failures(),
    }),
    Answer: after(answer(chosen, guard), { May_act: ANY_END }),
    Fail: {
      ...choose("greaterOrEquals(outputs('Answer')?['statusCode'], 422)", {
        End: { type: "Terminate", inputs: { runStatus: "Failed", runError: { code: "StepFailed", message: DETAIL } } },
      }),
    },
  });
  const parameters = { ...guard?.parameters, ...chosen.parameters };
  return {
    name: childName(playbook, chosen),
    isChild: true,
    step: chosen.name,
    ...definitionOf({ triggers: TRIGGER, actions, parameters, hasConnections: false }),
  };
}

interface GuardPart {
  readonly actions: Actions;
  readonly parameters: Readonly<Record<string, Json>>;
  /** Whether there is a verdict: a step that locks nobody out only looks the account up. */
  readonly judges: boolean;
}

function guardPart({ guard }: StepPlaybook, { step }: ChosenStep): GuardPart | undefined {
  if (step.kind !== "account") return undefined;
  const key = "triggerBody()?['userId']";
  if (!step.isDestructive || !guard) return { actions: inOrder(lookup(key)), parameters: {}, judges: false };
  return { actions: guardActions(key, guard), parameters: guardParameters(guard), judges: true };
}

/** An expression: whether guard, approval and memory let it act. */
function mayAct({ step, asksAlways }: ChosenStep, guard: GuardPart | undefined): string {
  const approved = "equals(triggerBody()?['approved'], true)";
  const unasked = asksAlways ? "false" : "equals(outputs('Verdict'), 'act')";
  const judged = guard?.judges
    ? `and(not(startsWith(outputs('Verdict'), 'refuse')), or(${unasked}, ${approved}))`
    : "true";
  return `and(${judged}, ${memoryAllows(step)})`;
}

function memoryAllows(step: ChosenStep["step"]): string {
  const memory = step.kind === "account" || step.kind === "source" ? step.memory : undefined;
  const done = "equals(triggerBody()?['done'], true)";
  if (memory === "once") return `not(${done})`;
  return memory === "undo" ? done : "true";
}

/** What failed, in words, for whoever reads the incident. */
function failures(): Actions {
  return {
    Failed_actions: after(filter("result('Act')", "contains(createArray('Failed', 'TimedOut'), item()?['status'])"), {
      Act: ["Failed", "TimedOut"],
    }),
    Failures: after(
      select(
        "body('Failed_actions')",
        "@concat(item()?['name'], ': ', coalesce(item()?['outputs']?['body']?['error']?['code'], item()?['code'], item()?['status']))",
      ),
      { Failed_actions: ["Succeeded"] },
    ),
  };
}

const DETAIL = "@{outputs('Answer')?['body']?['detail']}";

/** 200: done, or nothing to do; 409: not done, people have to look; 422: a call failed. None is tried again by the caller. */
function answer({ step }: ChosenStep, guard: GuardPart | undefined): ActionJson {
  const how = "coalesce(outputs('Outcome')?['outcome'], '')";
  const guardFailed = guard ? "not(equals(actions('Guard')?['status'], 'Succeeded'))" : "false";
  const passed = "equals(actions('Act')?['status'], 'Skipped')";
  const memory = memoryAllows(step);
  const isPassed = `and(${passed}, not(${memory}))`;
  const verdict = guard?.judges
    ? `if(equals(outputs('Verdict'), 'act'), 'not approved', outputs('Verdict'))`
    : literal("not done");
  return {
    type: "Response",
    kind: "Http",
    inputs: {
      statusCode: `@if(contains(createArray('done', 'already'), ${how}), 200, if(${guardFailed}, 422, if(${isPassed}, 200, if(or(${passed}, equals(${how}, 'refused')), 409, 422))))`,
      headers: { "Content-Type": "application/json" },
      body: {
        outcome: `@if(equals(${how}, ''), if(${guardFailed}, 'failed', if(${isPassed}, 'already', if(${passed}, 'refused', 'failed'))), ${how})`,
        detail: `@if(${guardFailed}, 'the account could not be judged', if(${isPassed}, ${literal(passedOver(step))}, if(${passed}, ${verdict}, coalesce(outputs('Outcome')?['detail'], concat('failed: ', join(coalesce(body('Failures'), json('[]')), ', '))))))`,
      },
    },
  };
}

function passedOver(step: ChosenStep["step"]): string {
  const memory = step.kind === "account" || step.kind === "source" ? step.memory : undefined;
  return memory === "undo" ? "nothing to take back" : "was done already on this incident";
}
