/** What is done about each address: read, act, say. */

import {
  type ActionJson,
  type Actions,
  ANY_END,
  after,
  choose,
  compose,
  each,
  firstThat,
  inOrder,
  literal,
  literals,
  type Rule,
  scope,
} from "../parts/actions";
import type { SourceReadStep, SourceStep, StepContext } from "../step";
import { CHILD_TRIGGER } from "./child";
import { isRemembered, memoryTag, PASSED, tags } from "./evidence";
import { type ChosenStep, childName, isAboutSources, onlyReads, type StepPlaybook } from "./step-playbook";

const ADDRESS = "items('Each_source')?['address']";

type SourceChosen = ChosenStep & { readonly step: SourceReadStep | SourceStep };

/** The loop `Each_source`, in which `Say_source` is what is told of an address, `Source_result` how it ended, and `Source_left` what people
 *  have to look at, or an empty text. Nothing where no step is about addresses. */
export function sourceLoop(playbook: StepPlaybook, context: StepContext): Actions {
  const chosen = playbook.steps.filter(
    (each): each is SourceChosen => each.step.kind === "source read" || each.step.kind === "source",
  );
  if (chosen.length === 0) return {};
  const running = chosen.filter(({ step, isActing }) => step.kind === "source read" || isActing);
  const actions = running.map((each, index): readonly [string, ActionJson] => {
    const before = running[index - 1];
    const order = before ? { [nameOf(before)]: ANY_END } : {};
    return [nameOf(each), after(actionOf(playbook, each, context), order)];
  });
  const last = running.at(-1);
  return {
    Each_source: each("outputs('Sources')", {
      ...Object.fromEntries(actions),
      Say_source: after(compose(`@${say(chosen)}`), last ? { [nameOf(last)]: ANY_END } : {}),
      ...(hasSourceResult(playbook) ? conclusion(running) : {}),
    }),
  };
}

/** What changes an address stands in a condition. */
function nameOf({ name, step }: SourceChosen): string {
  return step.kind === "source" ? `If_${name}` : name;
}

function actionOf(playbook: StepPlaybook, chosen: SourceChosen, context: StepContext): ActionJson {
  const { name, step, settings, takesBack } = chosen;
  if (step.kind === "source read") return scope(step.read(settings, context));
  const done = step.memory === "undo" && takesBack ? isRemembered(playbook, takesBack, ADDRESS) : "false";
  const tag = memoryTag(playbook, literal(name), ADDRESS);
  const memory = `createArray(addProperty(json('{}'), 'Tag', ${tag}))`;
  const isDone = `and(equals(outputs('${name}')?['body']?['outcome'], 'done'), not(empty(outputs('Incident')?['id'])))`;
  // Where people have to take over, no address is blocked either: it may be that of another alert.
  return choose("equals(outputs('Handover'), '')", {
    [name]: callChild(playbook, chosen, done, context),
    [`If_done_${name}`]: after(choose(isDone, { [`Remember_${name}`]: tags(memory) }), { [name]: ["Succeeded"] }),
  });
}

function callChild(
  playbook: StepPlaybook,
  chosen: SourceChosen,
  done: string,
  { workspaceGuid }: StepContext,
): ActionJson {
  return {
    type: "Workflow",
    inputs: {
      host: { workflow: { id: playbook.workflowId(childName(playbook, chosen)) }, triggerName: CHILD_TRIGGER },
      body: {
        address: `@${ADDRESS}`,
        done: `@${done}`,
        incident: "@outputs('Incident')?['id']",
        workspaceId: `@${workspaceGuid}`,
      },
    },
  };
}

/** An expression: what is told of the address. */
function say(chosen: readonly SourceChosen[]): string {
  const parts = chosen.map(({ name, step, settings, isActing }) => {
    if (step.kind === "source read")
      return `if(equals(actions('${name}')?['status'], 'Succeeded'), ${step.finding}, '${name}: no answer')`;
    const told = isActing
      ? `coalesce(outputs('${name}')?['body']?['detail'], '${name}: no answer')`
      : literal(`would ${step.does(settings)}`);
    return `if(equals(outputs('Handover'), ''), ${told}, '${name}: not run')`;
  });
  return `concat('<b>', ${ADDRESS}, '</b>: ', ${parts.join(", '; ', ")})`;
}

/** How it ended: handed-over, failed, refused or acted, the worst of its steps. Where nothing acts on it, reading is the deed: unanswered or acted. */
function conclusion(chosen: readonly SourceChosen[]): Actions {
  const acting = chosen.filter(isActingSource);
  const unread = chosen.map(
    ({ name }): Rule => [`not(equals(actions('${name}')?['status'], 'Succeeded'))`, "'unanswered'"],
  );
  const results = `createArray(${acting.map(resultOf).join(", ")})`;
  const unpassed: readonly Rule[] = [
    ["not(equals(outputs('Handover'), ''))", "'handed-over'"],
    [`contains(${results}, 'failed')`, "'failed'"],
    [`contains(${results}, 'refused')`, "'refused'"],
  ];
  const isLeft = `contains(${literals(["failed", "refused"])}, outputs('Source_result'))`;
  const result = firstThat(acting.length > 0 ? unpassed : unread, "'acted'");
  return inOrder({
    Source_result: after(compose(`@${result}`), { Say_source: ["Succeeded"] }),
    Source_left: compose(`@if(${isLeft}, outputs('Say_source'), '')`),
  });
}

/** An expression: how a step ended. What is not known to have gone through has failed, and so has what could not be remembered: no undo would find it. */
function resultOf({ name }: SourceChosen): string {
  const outcome = `outputs('${name}')?['body']?['outcome']`;
  const passed = `and(contains(${literals(PASSED)}, coalesce(${outcome}, '')), equals(actions('If_done_${name}')?['status'], 'Succeeded'))`;
  return `if(${passed}, 'acted', if(equals(${outcome}, 'refused'), 'refused', 'failed'))`;
}

function isActingSource({ step, isActing }: ChosenStep): boolean {
  return step.kind === "source" && isActing;
}

/** Whether it is told how an address ended. */
export function hasSourceResult(playbook: StepPlaybook): boolean {
  return hasActingSource(playbook) || (playbook.isActing && onlyReads(playbook) && isAboutSources(playbook));
}

/** Steps that changed an address are remembered by the same tags as those of accounts. */
export function hasActingSource({ steps }: StepPlaybook): boolean {
  return steps.some(isActingSource);
}
