/** What a run writes on its incident: the comment; where it acts, tasks for what is left to people, and at last the outcome as a tag. */

import {
  type ActionJson,
  type Actions,
  after,
  choose,
  filter,
  inOrder,
  literal,
  literals,
  RAN,
  select,
} from "../parts/actions";
import { comment, tags, task, untag } from "./evidence";
import { OUTCOMES } from "./outcome";
import { hasActingSource } from "./source-loop";
import type { StepPlaybook } from "./step-playbook";

/** An expression: whether there is an incident to write on. */
export const HAS_INCIDENT = "not(empty(outputs('Incident')?['id']))";

/** The tasks of one playbook on an incident differ in the last two digits: these two, and from 10 on those of its steps. */
const HANDOVER_ENDING = "08";
const SOURCES_ENDING = "09";
const STEPS_FROM = 10;

/** One after the other. Where one can't be written the next is, all the same; the tag, which says how it ended, stands only where all was written,
 *  and without it the run has failed. */
export function written(playbook: StepPlaybook): Actions {
  const made: Actions = {
    Comment: comment(playbook, "outputs('Report')"),
    ...(playbook.isActing ? { ...tasks(playbook), ...oldOutcomes(playbook) } : {}),
  };
  const names = Object.keys(made);
  const ordered = Object.entries(made).map(([name, action], index): readonly [string, ActionJson] => {
    const before = names[index - 1];
    return [name, after(action, before === undefined ? {} : { [before]: RAN })];
  });
  const actions = Object.fromEntries(ordered);
  if (!playbook.isActing) return actions;
  const all = Object.fromEntries(names.map((name) => [name, ["Succeeded"]]));
  return {
    ...actions,
    Tag_outcome: after(tags(`createArray(addProperty(json('{}'), 'Tag', ${outcomeTag(playbook.key)}))`), all),
  };
}

/** How an earlier run ended is taken off: beside the new outcome it would say what is no longer so. */
function oldOutcomes({ key }: StepPlaybook): Actions {
  const all = literals(OUTCOMES.map((each) => `picket:${key}:${each}`));
  const isOld = `and(contains(${all}, item()?['labelName']), not(equals(item()?['labelName'], ${outcomeTag(key)})))`;
  const old = {
    Old_tags: select("body('Old_outcomes')", { Tag: "@item()?['labelName']" }),
    Untag: untag("body('Old_tags')"),
  };
  return {
    Old_outcomes: filter("outputs('Incident')?['labels']", isOld),
    If_old_outcomes: choose("not(empty(body('Old_outcomes')))", inOrder(old)),
  };
}

/** An expression. */
function outcomeTag(key: string): string {
  return `concat(${literal(`picket:${key}:`)}, outputs('Outcome'))`;
}

function tasks(playbook: StepPlaybook): Actions {
  const { title } = playbook;
  const handedOver = task(playbook, {
    id: taskId(playbook, HANDOVER_ENDING),
    title: `${title}: people have to take over`,
    description: "@{outputs('Left_to_people')}",
  });
  return {
    If_left_to_people: choose("not(equals(outputs('Left_to_people'), ''))", { Handover_task: handedOver }),
    ...(hasActingSource(playbook) ? sourceTask(playbook) : {}),
    ...stepTasks(playbook),
  };
}

/** One task for all addresses that were not acted on. */
function sourceTask(playbook: StepPlaybook): Actions {
  const made = task(playbook, {
    id: taskId(playbook, SOURCES_ENDING),
    title: `${playbook.title}: look at the addresses`,
    description: "@{join(body('Sources_left'), '<br>')}",
  });
  const left = filter("coalesce(outputs('Source_left'), json('[]'))", "not(empty(item()))");
  return {
    If_sources_left: choose(
      "not(empty(join(coalesce(outputs('Source_left'), json('[]')), '')))",
      inOrder({ Sources_left: left, Sources_task: made }),
    ),
  };
}

function stepTasks(playbook: StepPlaybook): Actions {
  const chosen = playbook.steps.filter(({ step, isActing }) => step.kind === "task" && isActing);
  return Object.fromEntries(
    chosen.flatMap(({ name, step, settings }, index) => {
      if (step.kind !== "task") return [];
      const id = taskId(playbook, String(index + STEPS_FROM));
      return [[name, task(playbook, { id, ...step.task(settings) })] as const];
    }),
  );
}

/** The same for each run on an incident, so that a second run writes the same task. */
function taskId({ guid }: StepPlaybook, ending: string): string {
  const incident = "substring(last(split(outputs('Incident')?['id'], '/')), 0, 24)";
  return `@{${incident}}${guid.slice(24, 34)}${ending}`;
}
