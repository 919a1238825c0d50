/** The workflow that an incident, alert or account starts: it decides, and lets others act. */

import { type ActionJson, type Actions, ANY_END, after, choose, compose, inOrder, literal } from "../parts/actions";
import { guardParameters } from "../parts/guard";
import type { StepContext } from "../step";
import { accountLoop } from "./account-loop";
import { definitionOf } from "./definition";
import { comment, tags, task } from "./evidence";
import { hasActingSource, sourceLoop } from "./source-loop";
import type { ComposedWorkflow, StepPlaybook } from "./step-playbook";
import { findings, handover, triggerOf } from "./triggers";

const HAS_INCIDENT = "not(empty(outputs('Incident')?['id']))";

export function orchestrator(playbook: StepPlaybook, context: StepContext): ComposedWorkflow {
  const { key, on, ruleIds, accountsMax, guard } = playbook;
  const aboutAccounts = playbook.steps.some(({ step }) => ["account", "account read", "gate"].includes(step.kind));
  const isBounded = aboutAccounts || hasActingSource(playbook);
  const loops = {
    ...(isBounded ? handover(on, { ruleIds, accountsMax: aboutAccounts ? accountsMax : undefined }) : {}),
    ...sourceLoop(playbook, context),
    ...(aboutAccounts ? accountLoop(playbook, context) : {}),
  };
  const actions = chained({ ...findings(on), ...loops }, new Set(["Each_account", "Each_source"]));
  const last = Object.keys(actions).at(-1) ?? "Sources";
  const parameters = {
    ...(guard ? guardParameters(guard) : {}),
    ...(ruleIds && on !== "entity" ? { rules: ruleIds } : {}),
  };
  const made = { triggers: triggerOf(on), parameters, hasConnections: true };
  return {
    name: key,
    isChild: false,
    ...definitionOf({ ...made, actions: { ...actions, ...evidence(playbook, { last, aboutAccounts }) } }),
  };
}

/** In order; what follows a loop runs however the loop ended. */
function chained(actions: Actions, loops: ReadonlySet<string>): Actions {
  const names = Object.keys(actions);
  const ordered = names.map((name, index): readonly [string, ActionJson] => {
    const before = names[index - 1];
    const action = actions[name] ?? compose("");
    if (before === undefined || action.runAfter !== undefined) return [name, action];
    return [name, after(action, { [before]: loops.has(before) ? ANY_END : ["Succeeded"] })];
  });
  return inOrder(Object.fromEntries(ordered));
}

interface Before {
  readonly last: string;
  readonly aboutAccounts: boolean;
}

function evidence(playbook: StepPlaybook, { last, aboutAccounts }: Before): Actions {
  const result = aboutAccounts && playbook.isActing ? outcomeOf() : "'done'";
  const inside = inOrder({
    Comment: comment(playbook, "outputs('Report')"),
    ...(playbook.isActing ? written(playbook, result, aboutAccounts) : {}),
  });
  return {
    Report: after(compose(`@${report(playbook, aboutAccounts)}`), { [last]: ANY_END }),
    If_incident: after(choose(HAS_INCIDENT, inside), { Report: ["Succeeded"] }),
    ...(aboutAccounts && playbook.isActing
      ? {
          If_failed: after(
            choose(`equals(${result}, 'failed')`, {
              End: {
                type: "Terminate",
                inputs: {
                  runStatus: "Failed",
                  runError: { code: "AccountsFailed", message: "@{outputs('Report')}" },
                },
              },
            }),
            { If_incident: ["Succeeded"] },
          ),
        }
      : {}),
  };
}

/** An expression: the worst of what happened to the accounts. */
function outcomeOf(): string {
  const results = "coalesce(outputs('Result'), json('[]'))";
  const has = (result: string) => `contains(${results}, '${result}')`;
  return `if(not(equals(outputs('Handover'), '')), 'handed-over', if(${has("failed")}, 'failed', if(${has("refused")}, 'refused', 'acted')))`;
}

/** The outcome as a tag, and tasks. */
function written(playbook: StepPlaybook, result: string, aboutAccounts: boolean): Actions {
  const tag = `createArray(addProperty(json('{}'), 'Tag', concat(${literal(`picket:${playbook.key}:`)}, ${result})))`;
  const incidentId = "substring(last(split(outputs('Incident')?['id'], '/')), 0, 24)";
  const handedOver: Actions = aboutAccounts
    ? {
        If_handed_over: choose("not(equals(outputs('Handover'), ''))", {
          Handover_task: task(playbook, {
            id: `@{${incidentId}}${playbook.guid.slice(24)}`,
            title: `${playbook.title}: people have to take over`,
            description: "@{outputs('Handover')}",
          }),
        }),
      }
    : {};
  return { Tag_outcome: tags(tag), ...handedOver, ...tasks(playbook, incidentId) };
}

function tasks(playbook: StepPlaybook, incidentId: string): Actions {
  const chosen = playbook.steps.filter(({ step, isActing }) => step.kind === "task" && isActing);
  return Object.fromEntries(
    chosen.flatMap(({ name, step, settings }, index) => {
      if (step.kind !== "task") return [];
      // The tasks of one playbook differ in the last digits.
      const ending = `${playbook.guid.slice(24, 34)}${String(index + 10)}`;
      return [[name, task(playbook, { id: `@{${incidentId}}${ending}`, ...step.task(settings) })] as const];
    }),
  );
}

/** An expression: the comment's text. */
function report(playbook: StepPlaybook, aboutAccounts: boolean): string {
  const saidTasks = playbook.steps
    .filter(({ step, isActing }) => step.kind === "task" && !isActing)
    .map(({ step, settings }) => `<br>would ${step.does(settings)}`);
  const hasSources = playbook.steps.some(({ step }) => step.kind === "source" || step.kind === "source read");
  const lines = (say: string) => `join(coalesce(outputs('${say}'), json('[]')), '<br>')`;
  const head = `<p><b>picket: ${escaped(playbook.title)}</b>${playbook.isActing ? "" : " (observing: nothing was changed)"}</p><p>`;
  const parts = [
    literal(head),
    ...(hasSources ? [`${lines("Say_source")}, '<br>'`] : []),
    ...(aboutAccounts
      ? [
          `if(equals(outputs('Handover'), ''), ${lines("Say")}, concat('people have to take over: ', outputs('Handover')))`,
        ]
      : []),
    ...saidTasks.map((text) => literal(escaped(text).replace("&lt;br&gt;", "<br>"))),
    "concat('</p><p>run ', workflow()?['run']?['name'], '</p>')",
  ];
  return `concat(${parts.join(", ")})`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
