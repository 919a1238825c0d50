/** The actions of an automation rule, as far as its stage lets it do them. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { formats } from "../../documents";
import type { Json, Stage } from "../../plan";
import { automationAction } from "../checks/automation/automation-action";
import { playbookTrigger } from "../checks/automation/playbook-trigger";
import { unknownReference } from "../checks/playbooks/unknown-reference";
import type { Effective, Frame } from "../frame";
import { withoutUndefined } from "../kinds/without-undefined";
import { workflowId } from "../playbooks/resource-ids";

type Action = Effective<"AutomationRule">["body"]["then"][number];

export interface CompiledActions {
  readonly actions: readonly Json[];
  /** Keys of the playbooks that are run. */
  readonly playbooks: readonly string[];
  /** Why a playbook that it runs is not in the tenant. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function compiledActions(effective: Effective<"AutomationRule">, frame: Frame): CompiledActions {
  const { body, stage } = effective;
  const diagnostics: Diagnostic[] = [];
  const playbooks: string[] = [];
  const missing: string[] = [];
  const made = body.then.flatMap((action, index): readonly Json[] => {
    const pointer = `/then/${index}`;
    const names = Object.keys(action);
    if (names.length !== 1) {
      const message =
        names.length === 0
          ? "an action that does nothing"
          : `one action with ${names.length} names: ${names.join(", ")}`;
      const help = "each action starts with its own hyphen";
      diagnostics.push(finding(automationAction, { message, help, at: effective.at(pointer) }));
      return [];
    }
    if (action.runPlaybook === undefined) return isAllowed(action, stage) ? [plainAction(action)] : [];
    const run = playbookRun(action.runPlaybook, pointer, { effective, frame, diagnostics });
    if ("missing" in run) missing.push(run.missing);
    if (!("action" in run)) return [];
    playbooks.push(action.runPlaybook);
    return [run.action];
  });
  diagnostics.push(...misplacedFindings(effective));
  return {
    actions: made.map((each, index) => ({ order: index + 1, ...(each as object) })),
    playbooks,
    missing,
    diagnostics,
  };
}

/** Below enforce incidents are neither changed nor closed: only tags and tasks are added. */
function isAllowed(action: Action, stage: Stage): boolean {
  return stage === "enforce" || action.addTask !== undefined || action.addTags !== undefined;
}

interface Running {
  readonly effective: Effective<"AutomationRule">;
  readonly frame: Frame;
  readonly diagnostics: Diagnostic[];
}

type PlaybookRun = { readonly action: Json } | { readonly missing: string } | { readonly wrong: true };

/** The playbook has to be there, and of the kind of trigger that the rule has. */
function playbookRun(key: string, pointer: string, { effective, frame, diagnostics }: Running): PlaybookRun {
  const at = effective.at(`${pointer}/runPlaybook`);
  const { peers, playbooks, tenant } = frame;
  const peer = peers?.playbooks.get(key);
  const id = workflowId(playbooks, key);
  const action = {
    actionType: "RunPlaybook",
    actionConfiguration: withoutUndefined({ logicAppResourceId: id, tenantId: tenant?.body.tenantId }),
  };
  if (!peer) {
    if (!tenant) return { action };
    const help = didYouMean(key, peers?.playbooks.keys() ?? []);
    const message = `no Playbook has the key \`${key}\``;
    diagnostics.push(finding(unknownReference, { message, at, ...(help ? { help } : {}) }));
    return { wrong: true };
  }
  const wanted = effective.body.on === "alert created" ? "alert" : "incident";
  if (peer.trigger !== undefined && peer.trigger !== wanted) {
    const message = `\`${key}\` is started by ${peer.trigger === "other" ? "something else than Sentinel" : `an ${peer.trigger}`}, this rule by ${wanted === "alert" ? "an alert" : "an incident"}`;
    diagnostics.push(finding(playbookTrigger, { message, at }));
    return { wrong: true };
  }
  const inactive = peers?.inactive.get(key);
  if (inactive !== undefined) return { missing: `the playbook \`${key}\` is inactive: ${inactive}` };
  if (effective.stage !== "enforce" && peer.isActing)
    return { missing: `the playbook \`${key}\` acts, and this rule may not let anything act at ${effective.stage}` };
  return { action };
}

function plainAction(action: Action): Json {
  if (action.addTask !== undefined) {
    const task = typeof action.addTask === "string" ? { title: action.addTask } : action.addTask;
    return { actionType: "AddIncidentTask", actionConfiguration: withoutUndefined({ ...task }) };
  }
  return { actionType: "ModifyProperties", actionConfiguration: withoutUndefined(changes(action)) };
}

function changes({ addTags, setSeverity, setStatus, assign, close }: Action): Readonly<Record<string, unknown>> {
  if (addTags) return { labels: addTags.map((labelName) => ({ labelName })) };
  if (setSeverity) return { severity: setSeverity };
  if (setStatus) return { status: setStatus };
  if (assign !== undefined) {
    return { owner: formats.guid.test(assign) ? { objectId: assign } : { userPrincipalName: assign } };
  }
  const { classification, reason, comment } = close ?? { classification: "Undetermined" };
  return {
    status: "Closed",
    classification,
    classificationReason: reasonOf(classification, reason),
    classificationComment: comment,
  };
}

/** Which reasons go with which classification. Source: https://learn.microsoft.com/rest/api/securityinsights/incidents/create-or-update, read 2026-11-23. */
function reasonOf(classification: string, reason: string | undefined): string | undefined {
  if (classification === "TruePositive") return "SuspiciousActivity";
  return classification === "BenignPositive" ? "SuspiciousButExpected" : reason;
}

/** What a closed incident needs, and what an alert can't have. */
function misplacedFindings({ body, at }: Effective<"AutomationRule">): readonly Diagnostic[] {
  return body.then.flatMap((action, index): readonly Diagnostic[] => {
    const pointer = `/then/${index}`;
    const [name = ""] = Object.keys(action);
    if (body.on === "alert created" && name !== "runPlaybook" && name !== "") {
      const message = `\`${name}\` is for incidents; on an alert only playbooks can be run`;
      return [finding(automationAction, { message, at: at(pointer) })];
    }
    const { close } = action;
    if (close === undefined || (close.classification === "FalsePositive") === (close.reason !== undefined)) return [];
    const message =
      close.reason === undefined
        ? "a false positive is closed with a `reason`"
        : "only a false positive has a `reason`";
    return [finding(automationAction, { message, at: at(`${pointer}/close`) })];
  });
}
