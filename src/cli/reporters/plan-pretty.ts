/** A Plan, or its changes, for a person at a terminal. */

import pc from "picocolors";
import type { AccessChanges, RightChange } from "../../operations/project";
import type { Change, Plan } from "../../plan";
import { accessLines } from "./access-lines";
import { changeCounts, planCounts, propertyLines, SIGNS, tableLines } from "./plan-lines";
import { rightLines } from "./right-lines";

export interface PlanView {
  readonly plan: Plan;
  /** Undefined: there was nothing to compare with. */
  readonly changes: readonly Change[] | undefined;
  /** What the changes mean for sign-ins. */
  readonly access?: AccessChanges;
  /** What the changes mean for the rights of playbooks. */
  readonly rights?: readonly RightChange[];
}

export function planPretty({ plan, changes, access, rights }: PlanView, colour: boolean): string {
  const paint = pc.createColors(colour);
  if (changes) {
    const colours = {
      replaced: paint.magenta,
      deleted: paint.red,
      changed: paint.yellow,
      adopted: paint.cyan,
      added: paint.green,
    };
    const blocks = changes.map((each) => {
      const head = `${SIGNS[each.change]} ${each.title}`;
      const tail = [each.name === each.title ? "" : each.name, each.kind].filter(Boolean).join(", ");
      const why = each.because === undefined ? [] : [`    ${each.because}`];
      return [
        `${colours[each.change](head)} ${paint.dim(`(${tail})`)}`,
        ...why,
        ...each.properties.flatMap(propertyLines).map((line) => `    ${line}`),
      ];
    });
    const effects = { weaker: paint.red, different: paint.yellow, stronger: paint.green };
    const sentences = accessLines(access).map(({ effect, text }) => (effect ? effects[effect](text) : text));
    const told = rightLines(rights).map(({ change, text }) => (change === "gained" ? paint.red(text) : text));
    return `${[...blocks.flat(), ...sentences, ...told, `${plan.tenant}: ${changeCounts(changes)}`].join("\n")}\n`;
  }
  return `${[...tableLines(plan, plan.resources), "", `${plan.tenant}: ${planCounts(plan)}`].join("\n")}\n`;
}
