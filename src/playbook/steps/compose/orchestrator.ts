/** The workflow that an incident, alert or account starts: it decides, and lets others act. */

import { type ActionJson, type Actions, ANY_END, after, choose, compose, inOrder } from "../parts/actions";
import { guardParameters } from "../parts/guard";
import type { StepContext } from "../step";
import { accountLoop } from "./account-loop";
import { definitionOf } from "./definition";
import { outcome } from "./outcome";
import { report } from "./report";
import { sourceLoop } from "./source-loop";
import { type ComposedWorkflow, isAboutAccounts, isAboutSources, isBounded, type StepPlaybook } from "./step-playbook";
import { findings, handover, triggerOf } from "./triggers";
import { HAS_INCIDENT, written } from "./written";

const LOOPS = ["Each_source", "Each_account"] as const;

export function orchestrator(playbook: StepPlaybook, context: StepContext): ComposedWorkflow {
  const { key, on, ruleIds, guard } = playbook;
  const actions = chained({ ...found(playbook), ...loops(playbook, context) });
  const parameters = {
    ...(guard ? guardParameters(guard) : {}),
    ...(ruleIds && on !== "entity" ? { rules: ruleIds } : {}),
  };
  const made = { triggers: triggerOf(on), parameters, hasConnections: true };
  return {
    name: key,
    isChild: false,
    ...definitionOf({ ...made, actions: { ...actions, ...evidence(playbook, Object.keys(actions)) } }),
  };
}

/** What it is about, and whether people have to take over before anything is done. */
function found(playbook: StepPlaybook): Actions {
  const { on, ruleIds, accountsMax } = playbook;
  const aboutAccounts = isAboutAccounts(playbook);
  const bounds = { ruleIds, accountsMax: aboutAccounts ? accountsMax : undefined };
  return { ...findings(on), ...(isBounded(playbook) ? handover(on, bounds) : {}) };
}

function loops(playbook: StepPlaybook, context: StepContext): Actions {
  return {
    ...(isAboutSources(playbook) ? sourceLoop(playbook, context) : {}),
    ...(isAboutAccounts(playbook) ? accountLoop(playbook, context) : {}),
  };
}

/** In order; what follows a loop runs however the loop ended. */
function chained(actions: Actions): Actions {
  const names = Object.keys(actions);
  const ordered = names.map((name, index): readonly [string, ActionJson] => {
    const before = names[index - 1];
    const action = actions[name] ?? compose("");
    if (before === undefined || action.runAfter !== undefined) return [name, action];
    return [name, after(action, { [before]: isLoop(before) ? ANY_END : ["Succeeded"] })];
  });
  return inOrder(Object.fromEntries(ordered));
}

function isLoop(name: string): boolean {
  return LOOPS.some((loop) => loop === name);
}

/** Runs however what comes before ended, so that no run that got stuck looks like one that had nothing to do. */
function evidence(playbook: StepPlaybook, before: readonly string[]): Actions {
  const ready = before.filter((name) => !isLoop(name)).at(-1) ?? "Sources";
  const last = before.at(-1) ?? ready;
  const { left, result } = outcome(playbook, { ready, loops: before.filter(isLoop) });
  // Without an incident there is no task, so the run itself has to tell people.
  const isUntold = `and(not(${HAS_INCIDENT}), contains(createArray('refused', 'handed-over'), outputs('Outcome')))`;
  return {
    Left_to_people: after(compose(`@${left}`), { [last]: ANY_END }),
    ...inOrder({
      Outcome: after(compose(`@${result}`), { Left_to_people: ["Succeeded"] }),
      Report: compose(`@${report(playbook)}`),
      If_incident: choose(HAS_INCIDENT, written(playbook)),
      If_failed: choose(`or(equals(outputs('Outcome'), 'failed'), ${isUntold})`, {
        End: {
          type: "Terminate",
          inputs: { runStatus: "Failed", runError: { code: "PlaybookFailed", message: "@{outputs('Report')}" } },
        },
      }),
    }),
  };
}
