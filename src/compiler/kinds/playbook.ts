/** A playbook becomes its workflows, the connections that they use, and exactly the rights that their calls need. */

import type { Frame, KindCompiler } from "../frame";
import { compilePlaybook } from "../playbooks/compile-playbook";
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
    const inactive = inactiveBecause(frame);
    const resources = playbookResources(value, effective, frame);
    const manual = connectionSteps(value);
    return {
      compiled: { entry, resources, playbook: value, manual, ...(inactive === undefined ? {} : { inactive }) },
      diagnostics,
    };
  },
};

function inactiveBecause({ tenant }: Frame): string | undefined {
  return tenant && !tenant.body.playbooks ? "the tenant has no place for playbooks (`playbooks:`)" : undefined;
}
