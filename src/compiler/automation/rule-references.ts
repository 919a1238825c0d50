/** Analytics rules that an automation rule names by key: which of them this tenant has, and under which id. */

import { type Diagnostic, didYouMean, finding, type Span } from "../../diagnostics";
import { unknownReference } from "../checks/playbooks/unknown-reference";
import type { Frame } from "../frame";
import { workspaceId } from "../playbooks/resource-ids";

export interface RuleReferences {
  /** Resource ids of those that are active. */
  readonly ids: readonly string[];
  /** Why others are not, for people. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Ids that are whole resource ids stay; of keys only active rules count. */
export function ruleReferences(names: readonly string[], frame: Frame, at: (index: number) => Span): RuleReferences {
  const { rules } = frame.library;
  const diagnostics: Diagnostic[] = [];
  const missing: string[] = [];
  const ids = names.flatMap((name, index): readonly string[] => {
    if (name.startsWith("/")) return [name];
    const rule = rules.find(({ key }) => key === name);
    if (!rule) {
      if (frame.tenant === undefined) return [ruleResourceId(name, frame)];
      const help = didYouMean(
        name,
        rules.map(({ key }) => key),
      );
      const message = `no rule has the key \`${name}\``;
      diagnostics.push(finding(unknownReference, { message, at: at(index), ...(help ? { help } : {}) }));
      return [];
    }
    const inactive = frame.peers?.inactive.get(name);
    if (inactive === undefined) return [ruleResourceId(rule.id, frame)];
    missing.push(`\`${name}\` is inactive: ${inactive}`);
    return [];
  });
  return { ids, missing, diagnostics };
}

export function ruleResourceId(id: string, { workspace }: Frame): string {
  return `${workspaceId(workspace)}/providers/Microsoft.SecurityInsights/alertRules/${id}`;
}
