/** A Plan, or its changes, for a person at a terminal. */

import pc from "picocolors";
import type { Change, Plan } from "../../plan";
import { changeCounts, planCounts, propertyLines, SIGNS, typeName } from "./plan-lines";

export interface PlanView {
  readonly plan: Plan;
  /** Undefined: there was nothing to compare with. */
  readonly changes: readonly Change[] | undefined;
}

export function planPretty({ plan, changes }: PlanView, colour: boolean): string {
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
      const tail = [each.name === each.title ? "" : each.name, typeName(each.type)].filter(Boolean).join(", ");
      const why = each.because === undefined ? [] : [`    ${each.because}`];
      return [
        `${colours[each.change](head)} ${paint.dim(`(${tail})`)}`,
        ...why,
        ...each.properties.flatMap(propertyLines).map((line) => `    ${line}`),
      ];
    });
    return `${[...blocks.flat(), `${plan.tenant}: ${changeCounts(changes)}`].join("\n")}\n`;
  }
  return `${[...tableLines(plan), "", `${plan.tenant}: ${planCounts(plan)}`].join("\n")}\n`;
}

/** What the tenant gets, a line for each document, and what it does not. */
export function tableLines({ documents, inactive }: Plan): readonly string[] {
  const rows = documents.map(
    ({ kind, title, stage, parameters }) => [kind, title, stage, parameterText(parameters)] as const,
  );
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...inactive.map(({ kind, title, because }) => `${kind}  ${title}  inactive: ${because}`)];
}

function parameterText(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
}
