/** What is done about each account: look up, guard, read, ask, decide, act, say. */

import {
  type ActionJson,
  type Actions,
  ANY_END,
  after,
  choose,
  compose,
  each,
  filter,
  firstThat,
  inOrder,
  literal,
  literals,
  RAN,
  type Rule,
  scope,
  select,
} from "../parts/actions";
import { approvalQuestion, isApproved, unapproved } from "../parts/approval";
import { guardActions, lookup } from "../parts/guard";
import type { AccountStep, GateStep, StepContext } from "../step";
import { CHILD_TRIGGER } from "./child";
import { ENDED, isRemembered, memoryTag, PASSED, tags, task } from "./evidence";
import { type ChosenStep, childName, onlyReads, type StepPlaybook } from "./step-playbook";

const USER_ID = "body('User')?['id']";
const KEY = "items('Each_account')?['key']";
const NAME = "items('Each_account')?['name']";

type AccountChosen = ChosenStep & { readonly step: AccountStep };
type GateChosen = ChosenStep & { readonly step: GateStep };

interface Loop {
  readonly playbook: StepPlaybook;
  readonly context: StepContext;
  /** Steps that change accounts: those that act, and those that only say so. */
  readonly acting: readonly AccountChosen[];
  readonly saying: readonly AccountChosen[];
  readonly gates: readonly GateChosen[];
  readonly reads: readonly ChosenStep[];
}

/** The loop `Each_account`, in which `Say` is what is told of an account, and `Result` how it ended. */
export function accountLoop(playbook: StepPlaybook, context: StepContext): Actions {
  const loop = partsOf(playbook, context);
  const isGuarded = playbook.guard !== undefined;
  return {
    Each_account: each("outputs('Targets')", {
      ...inOrder({ Identify: scope(isGuarded ? guardActions(KEY, playbook.guard) : inOrder(lookup(KEY))) }),
      ...reads(loop),
      ...gates(loop),
      Decision: after(compose(`@${decision(loop)}`), gateOrder(loop)),
      ...act(loop),
      Say: after(compose(`@${say(loop)}`), {
        [loop.acting.length > 0 ? "If_act" : "Decision"]: ANY_END,
        ...readOrder(loop),
      }),
      ...conclusion(loop),
    }),
  };
}

function partsOf(playbook: StepPlaybook, context: StepContext): Loop {
  const accounts = playbook.steps.filter((each): each is AccountChosen => each.step.kind === "account");
  return {
    playbook,
    context,
    acting: accounts.filter(({ isActing }) => isActing),
    saying: accounts.filter(({ isActing }) => !isActing),
    gates: playbook.steps.filter((each): each is GateChosen => each.step.kind === "gate"),
    reads: playbook.steps.filter(({ step }) => step.kind === "account read"),
  };
}

function reads({ reads: chosen, context }: Loop): Actions {
  return Object.fromEntries(
    chosen.map(({ name, step, settings }) => {
      const actions = step.kind === "account read" ? step.read(settings, context) : {};
      return [name, after(scope(actions), { Identify: ["Succeeded"] })];
    }),
  );
}

function readOrder({ reads: chosen }: Loop): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(chosen.map(({ name }) => [name, ANY_END]));
}

/** Questions, one after the other, each only while nothing speaks against acting. */
function gates({ playbook, gates: chosen, context, acting }: Loop): Actions {
  const { approval, title, guard } = playbook;
  if (!playbook.isActing) return {};
  const asked: Record<string, ActionJson> = {};
  let before = "Identify";
  if (approval && guard?.privileged === "ask" && acting.length > 0) {
    const what = acting.map(({ step, settings }) => step.does(settings)).join(", ");
    asked.If_privileged = after(
      choose("startsWith(outputs('Verdict'), 'ask')", { Ask_privileged: approvalQuestion(approval, what, title) }),
      { [before]: ["Succeeded"] },
    );
    before = "If_privileged";
  }
  for (const { name, step, settings } of chosen) {
    const gate = `If_${name}`;
    const mayGoOn = guard ? "not(startsWith(outputs('Verdict'), 'refuse'))" : "true";
    asked[gate] = after(choose(mayGoOn, step.ask(settings, context)), {
      [before]: before === "Identify" ? ["Succeeded"] : RAN,
    });
    before = gate;
  }
  return asked;
}

function gateOrder(loop: Loop): Readonly<Record<string, readonly string[]>> {
  const last = Object.keys(gates(loop)).at(-1) ?? "Identify";
  return { [last]: ANY_END };
}

/** An expression: `act`, or why not. */
function decision({ playbook, gates: chosen, context }: Loop): string {
  const { approval, guard } = playbook;
  const asked = approval ? unapproved(approval, "Ask_privileged") : "'refused: nobody can approve'";
  const privileged = playbook.isActing && guard?.privileged === "ask" ? asked : "''";
  const judged = guard
    ? `if(startsWith(outputs('Verdict'), 'refuse'), outputs('Verdict'), if(startsWith(outputs('Verdict'), 'ask'), ${privileged}, ''))`
    : "''";
  const refusals = [
    judged,
    ...(playbook.isActing ? chosen.map(({ step, settings }) => step.refusal(settings, context)) : []),
  ];
  const first = refusals.reduceRight((rest, refusal) => `if(equals(${refusal}, ''), ${rest}, ${refusal})`, "'act'");
  const notFound =
    "if(equals(outputs('User')?['statusCode'], 404), 'failed: there is no such account', 'failed: the account could not be judged')";
  return `if(equals(actions('Identify')?['status'], 'Succeeded'), ${first}, ${notFound})`;
}

function act(loop: Loop): Actions {
  const { playbook, acting } = loop;
  if (acting.length === 0) return {};
  const names = literals(acting.map(({ name }) => name));
  return {
    If_act: after(
      choose("equals(outputs('Decision'), 'act')", {
        Steps: scope(steps(loop)),
        Own_steps: after(filter("result('Steps')", `contains(${names}, item()?['name'])`), { Steps: RAN }),
        Step_lines: after(
          select(
            "body('Own_steps')",
            "@concat(item()?['name'], ': ', coalesce(item()?['outputs']?['body']?['detail'], if(equals(item()?['status'], 'Skipped'), 'not run', 'no answer')))",
          ),
          { Own_steps: ["Succeeded"] },
        ),
        // After one that was refused the others are skipped, and may be: people look at the account.
        Failed_steps: after(
          filter("body('Own_steps')", `not(or(${isOutcome(ENDED)}, equals(item()?['status'], 'Skipped')))`),
          {
            Own_steps: ["Succeeded"],
          },
        ),
        Left_steps: after(filter("body('Own_steps')", `not(${isOutcome(PASSED)})`), { Failed_steps: ["Succeeded"] }),
        ...remember(playbook),
      }),
      { Decision: ["Succeeded"] },
    ),
  };
}

/** An expression about a record of a step: whether it answered with one of them. */
function isOutcome(outcomes: readonly string[]): string {
  return `contains(${literals(outcomes)}, coalesce(item()?['outputs']?['body']?['outcome'], ''))`;
}

/** Each step waits for the one before; one that may fail is passed over when it does, but not when it was never reached. */
function steps({ playbook, acting }: Loop): Actions {
  const made: Record<string, ActionJson> = {};
  let before: Readonly<Record<string, readonly string[]>> = {};
  for (const chosen of acting) {
    const { name, asksAlways, continuesOnFailure, step, settings } = chosen;
    const { approval, title } = playbook;
    const wasAsked = "startsWith(outputs('Verdict'), 'ask')";
    if (asksAlways && approval) {
      made[`If_ask_${name}`] = after(
        choose(`not(${wasAsked})`, { [`Ask_${name}`]: approvalQuestion(approval, step.does(settings), title) }),
        before,
      );
      before = { [`If_ask_${name}`]: RAN };
    }
    const approved = asksAlways && approval ? `or(${wasAsked}, ${isApproved(approval, `Ask_${name}`)})` : wasAsked;
    made[name] = after(callChild(playbook, chosen, step.isDestructive || asksAlways ? approved : "true"), before);
    before = { [name]: continuesOnFailure ? RAN : ["Succeeded"] };
  }
  return made;
}

function callChild(playbook: StepPlaybook, chosen: AccountChosen, approved: string): ActionJson {
  const { step, name, takesBack } = chosen;
  const remembered = step.memory === "undo" ? takesBack : name;
  const done = step.memory && remembered ? isRemembered(playbook, remembered, USER_ID) : "false";
  return {
    type: "Workflow",
    inputs: {
      host: { workflow: { id: playbook.workflowId(childName(playbook, chosen)) }, triggerName: CHILD_TRIGGER },
      body: {
        userId: `@${USER_ID}`,
        approved: `@${playbook.guard ? approved : "true"}`,
        done: `@${done}`,
        incident: "@outputs('Incident')?['id']",
      },
    },
  };
}

/** Tags for what was done, so that it is not done twice and can be taken back. */
function remember(playbook: StepPlaybook): Actions {
  const made = memoryTag(playbook, "item()?['name']", USER_ID);
  return {
    Done_steps: after(filter("body('Own_steps')", "equals(item()?['outputs']?['body']?['outcome'], 'done')"), {
      Own_steps: ["Succeeded"],
    }),
    Memories: after(select("body('Done_steps')", { Tag: `@${made}` }), { Done_steps: ["Succeeded"] }),
    If_done: after(
      choose("and(not(empty(body('Memories'))), not(empty(outputs('Incident')?['id'])))", {
        Remember: tags("body('Memories')"),
      }),
      { Memories: ["Succeeded"] },
    ),
  };
}

/** An expression: what is told of the account. */
function say(loop: Loop): string {
  const { playbook, acting, saying, gates: chosen, reads: readSteps } = loop;
  const isAct = "equals(outputs('Decision'), 'act')";
  const would = [...saying, ...(playbook.isActing ? [] : chosen)].map(({ step, settings }) => step.does(settings));
  const done = [
    ...(acting.length > 0
      ? ["if(empty(body('Step_lines')), 'no answer', join(coalesce(body('Step_lines'), json('[]')), '; '))"]
      : []),
    ...(would.length > 0 ? [wouldDo(loop, would)] : []),
  ];
  const others = [
    ...(playbook.isActing ? chosen.flatMap(({ step }) => step.told ?? []) : []),
    ...readSteps.flatMap(({ name, step }) =>
      step.kind === "account read"
        ? `if(equals(actions('${name}')?['status'], 'Succeeded'), ${step.finding}, '${name}: no answer')`
        : [],
    ),
  ];
  // Where nothing is done about accounts there is nothing to say of one, but why it could not be judged.
  const separator = others.length > 0 ? ", '; '" : "";
  const decided =
    done.length > 0
      ? `if(${isAct}, concat(${done.join(", '; ', ")}), outputs('Decision'))${separator}`
      : `if(${isAct}, '', concat(outputs('Decision')${separator}))`;
  const name = `'<b>', coalesce(body('User')?['userPrincipalName'], ${NAME}), '</b>: '`;
  return `concat(${[name, decided].join(", ")}${others.length > 0 ? `, ${others.join(", '; ', ")}` : ""})`;
}

/** An expression: what the steps that only say so would do. */
function wouldDo({ playbook }: Loop, would: readonly string[]): string {
  const text = literal(`would ${would.join(", ")}`);
  if (playbook.isActing || playbook.guard === undefined) return text;
  return `concat(${text}, if(startsWith(coalesce(outputs('Verdict'), ''), 'ask'), ' after approval', ''))`;
}

/** How it ended, and a task for people where it did not go through. */
function conclusion(loop: Loop): Actions {
  const { playbook } = loop;
  if (!playbook.isActing) return {};
  const result = firstThat(
    [
      ["startsWith(outputs('Decision'), 'failed')", "'failed'"],
      ["not(equals(outputs('Decision'), 'act'))", "'refused'"],
      ...unpassed(loop),
    ],
    "'acted'",
  );
  const ownId = `substring(${USER_ID}, 0, 24)`;
  return {
    Result: after(compose(`@${result}`), { Say: ["Succeeded"] }),
    If_people: after(
      choose(
        `and(contains(${literals(["failed", "refused"])}, outputs('Result')), not(empty(outputs('Incident')?['id'])))`,
        {
          Task: task(playbook, {
            id: `@{if(empty(${USER_ID}), guid(), concat(${ownId}, '${playbook.guid.slice(24)}'))}`,
            title: `@{concat(${literal(`${playbook.title}: look at `)}, coalesce(body('User')?['userPrincipalName'], ${NAME}))}`,
            description: "@{outputs('Say')}",
          }),
        },
      ),
      { Result: ["Succeeded"] },
    ),
  };
}

/** Of an account that may be acted on: what is not known to have gone through has failed, or was refused. Reading is a deed where nothing else is done. */
function unpassed({ playbook, acting, gates: chosen, reads: readSteps }: Loop): readonly Rule[] {
  const unasked = chosen.flatMap(({ step }): readonly Rule[] => (step.isUnasked ? [[step.isUnasked, "'failed'"]] : []));
  if (acting.length === 0) {
    const unread = readSteps.map(
      ({ name }): Rule => [`not(equals(actions('${name}')?['status'], 'Succeeded'))`, "'unanswered'"],
    );
    return onlyReads(playbook) ? unread : unasked;
  }
  return [
    // Where a step is not told, or what was done could not be remembered, no undo would find it.
    ["not(equals(actions('If_act')?['status'], 'Succeeded'))", "'failed'"],
    [`less(length(coalesce(body('Own_steps'), json('[]'))), ${acting.length})`, "'failed'"],
    ["not(empty(body('Failed_steps')))", "'failed'"],
    ...unasked,
    ["not(empty(body('Left_steps')))", "'refused'"],
  ];
}
