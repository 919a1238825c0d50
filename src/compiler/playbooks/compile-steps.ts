/** Steps to their workflows: the one that decides, one for each change, and the same for what takes them back. */

import { type Diagnostic, finding, type Parsed } from "../../diagnostics";
import { checkWorkflow, sentinelTrigger } from "../../playbook/check";
import { type ComposedWorkflow, composePlaybook, type StepPlaybook } from "../../playbook/steps";
import { nothingToUndo } from "../checks/playbooks/nothing-to-undo";
import { stepSpelling } from "../checks/playbooks/step-spelling";
import type { Effective, Frame } from "../frame";
import { chosenSteps, type PlacedStep } from "./chosen-steps";
import type { CompiledContent } from "./compile-playbook";
import type { CompiledWorkflow } from "./compiled-playbook";
import { connectionsOf, connectionValues } from "./connections";
import { grantsOf } from "./grants";
import { workflowId, workspaceId } from "./resource-ids";
import { stepPlaybook, undoOf } from "./step-playbook";

export function compileSteps(effective: Effective<"Playbook">, frame: Frame): Parsed<CompiledContent> {
  const { body, at } = effective;
  const steps = chosenSteps(effective, frame);
  const playbook = stepPlaybook(effective, frame, steps.value);
  const diagnostics: Diagnostic[] = [...steps.diagnostics, ...playbook.diagnostics];
  if (body.on === undefined) {
    diagnostics.push(finding(stepSpelling, { message: "a playbook of steps says `on` what it starts", at: at("") }));
  }
  const own = composedWorkflows(playbook.value, "orchestrator", effective, frame);
  const undo = body.undo && playbook.value.isActing ? undoOf(playbook.value) : undefined;
  if (body.undo && !hasUndo(steps.value)) {
    diagnostics.push(
      finding(nothingToUndo, { message: "no step of this playbook can be taken back", at: at("/undo") }),
    );
  }
  const undone = undo ? composedWorkflows(undo, "undo", effective, frame) : [];
  const made = [...own, ...undone];
  const pointers = new Map(steps.value.map(({ name, pointer }) => [name, pointer]));
  return {
    value: {
      workflows: made.map(({ workflow }) => workflow),
      actionAt: (workflow) => at(pointers.get(workflow.name.split("--").at(-1) ?? "") ?? "/steps"),
    },
    diagnostics: [...diagnostics, ...made.flatMap((each) => each.diagnostics)],
  };
}

function hasUndo(steps: readonly PlacedStep[]): boolean {
  return steps.some(({ step }) => "undo" in step && step.undo !== undefined);
}

export interface Made {
  readonly workflow: CompiledWorkflow;
  readonly diagnostics: readonly Diagnostic[];
}

function composedWorkflows(
  playbook: StepPlaybook,
  first: "orchestrator" | "undo",
  effective: Effective<"Playbook">,
  frame: Frame,
): readonly Made[] {
  return composePlaybook(playbook).map((composed) => compiledWorkflow(composed, first, effective, frame));
}

export function compiledWorkflow(
  { name, isChild, definition, parameters: own }: ComposedWorkflow,
  first: "orchestrator" | "undo",
  { document, at, body }: Effective<"Playbook">,
  frame: Frame,
): Made {
  const place = frame.playbooks;
  const connections = connectionsOf(definition, { connectorOf: () => undefined, owner: document.key, place });
  const parameters = {
    ...(connections.length > 0 ? { $connections: { value: connectionValues(connections, place) } } : {}),
    ...own,
  };
  const here = () => at(body.steps ? "/steps" : "/definition");
  const granted = grantsOf(
    { definition, parameters },
    { declared: undefined, workspaceId: workspaceId(frame.workspace), at: here, documentAt: at },
  );
  const found = checkWorkflow({ definition, parameters }).map(({ pointer: _, ...each }) => ({ ...each, at: here() }));
  return {
    workflow: {
      name,
      role: isChild ? "child" : first,
      id: workflowId(place, name),
      triggerName: sentinelTrigger({ definition })?.name ?? "manual",
      definition,
      parameters,
      connections,
      grants: granted.grants,
    },
    diagnostics: [...found, ...granted.diagnostics],
  };
}
