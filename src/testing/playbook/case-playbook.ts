/** The playbook of a case, compiled as its tenant would get it: the workflows that run. */

import { type CompiledPlaybook, type CompiledWorkflow, compileFor, type TenantDocument } from "../../compiler";
import { type Diagnostic, finding, type Parsed } from "../../diagnostics";
import { playbookTestInfo } from "../checks/playbook-checks";
import { namedDocument, PLAYBOOKS } from "../named-document";
import { type PlaybookFrame, unknownName } from "./playbook-frame";

export interface CasePlaybook {
  /** The workflow that starts, and those that it can call. */
  readonly start: CompiledWorkflow;
  readonly workflows: readonly CompiledWorkflow[];
  readonly trigger: CompiledPlaybook["trigger"];
}

export function casePlaybook(frame: PlaybookFrame, tenant: TenantDocument): Parsed<CasePlaybook | undefined> {
  const { test, documents, context } = frame;
  const failed = (diagnostics: readonly Diagnostic[]) => ({ value: undefined, diagnostics });
  const document = namedDocument(test.body.playbook, PLAYBOOKS, documents);
  if ("message" in document) return failed([unknownName(document.message, test.place.at("/playbook"), document.help)]);
  const compiled = compileFor(document, tenant, documents, context);
  const errors = (compiled?.diagnostics ?? []).filter(({ severity }) => severity === "error");
  if (!compiled || errors.length > 0) return failed(errors);
  const playbook = compiled.value.playbook;
  const role = test.body.undo ? "undo" : "orchestrator";
  const start = playbook?.workflows.find((each) => each.role === role);
  if (!playbook || !start) {
    const message = test.body.undo ? "the playbook has no undo" : "the playbook becomes no workflow";
    const at = test.place.at(test.body.undo ? "/undo" : "/playbook");
    return failed([finding(playbookTestInfo.wrongStart, { message, at })]);
  }
  const trigger = test.body.undo ? undoTrigger(start) : playbook.trigger;
  return { value: { start, workflows: playbook.workflows, trigger }, diagnostics: [] };
}

/** An undo is started by hand, on an incident or on an account. */
function undoTrigger({ triggerName }: CompiledWorkflow): CompiledPlaybook["trigger"] {
  if (/entity$/i.test(triggerName)) return "entity";
  if (/alert$/i.test(triggerName)) return "alert";
  return /incident$/i.test(triggerName) ? "incident" : "other";
}
