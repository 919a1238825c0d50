/** A playbook becomes its workflows, the connections that they use, and exactly the rights that their calls need. */

import type { Stage } from "../../plan";
import type { Frame, KindCompiler } from "../frame";
import { compilePlaybook } from "../playbooks/compile-playbook";
import type { CompiledPlaybook } from "../playbooks/compiled-playbook";
import { connectionSteps } from "../playbooks/manual-steps";
import { playbookResources } from "../playbooks/playbook-resources";
import { titleOf } from "./title";

export const playbook: KindCompiler<"Playbook"> = {
  kind: "Playbook",
  plane: "response",
  check: () => [],
  compile: (effective, frame) => {
    const { document, stage } = effective;
    const entry = { key: document.key, kind: document.kind, title: titleOf(effective), stage, parameters: {} };
    const { value, diagnostics } = compilePlaybook(effective, frame);
    if (!value) return { compiled: { entry, resources: [] }, diagnostics };
    const inactive = inactiveBecause(value, stage, frame);
    const resources = playbookResources(value, effective, frame);
    const manual = connectionSteps(value);
    return {
      compiled: { entry, resources, playbook: value, manual, ...(inactive === undefined ? {} : { inactive }) },
      diagnostics,
    };
  },
};

function inactiveBecause({ onlyEnforced }: CompiledPlaybook, stage: Stage, { tenant }: Frame): string | undefined {
  if (tenant && !tenant.body.playbooks) return "the tenant has no place for playbooks (`playbooks:`)";
  return stage === "enforce" || onlyEnforced === undefined ? undefined : `it is at ${stage}: ${onlyEnforced}`;
}
