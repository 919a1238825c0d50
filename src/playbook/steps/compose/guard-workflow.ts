/** The guard as a workflow of its own, which raw definitions call: it answers 200 for an account that may be acted on, and 409 else. */

import { ANY_END, after, choose, inOrder, scope } from "../parts/actions";
import { type Guard, guardActions, guardParameters } from "../parts/guard";
import { CHILD_TRIGGER } from "./child";
import { definitionOf } from "./definition";
import type { ComposedWorkflow } from "./step-playbook";

/** Called with `{ userId }`, an object id or a user principal name. */
export function guardWorkflow(name: string, guard: Guard): ComposedWorkflow {
  const passes = "equals(outputs('Verdict'), 'act')";
  const isJudged = "equals(actions('Guard')?['status'], 'Succeeded')";
  const actions = inOrder({
    Guard: scope(guardActions("triggerBody()?['userId']", guard)),
    Answer: after(
      {
        type: "Response",
        kind: "Http",
        inputs: {
          statusCode: `@if(${isJudged}, if(${passes}, 200, 409), 422)`,
          headers: { "Content-Type": "application/json" },
          body: {
            verdict: `@if(${isJudged}, outputs('Verdict'), 'the account could not be judged')`,
            userId: "@body('User')?['id']",
          },
        },
      },
      { Guard: ANY_END },
    ),
    If_unjudged: choose(`not(${isJudged})`, {
      End: {
        type: "Terminate",
        inputs: {
          runStatus: "Failed",
          runError: { code: "GuardFailed", message: "the account could not be judged" },
        },
      },
    }),
  });
  const triggers = { [CHILD_TRIGGER]: { type: "Request", kind: "Http", inputs: {} } };
  const parameters = guardParameters(guard);
  return { name, isChild: true, ...definitionOf({ triggers, actions, parameters, hasConnections: false }) };
}
