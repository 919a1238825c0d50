/** What a tenant gets, as `npm start` prints it. */

import pc from "picocolors";
import type { ProgramRun } from "../../monitor";
import type { Plan } from "../../plan";
import { planCounts, tableLines } from "./plan-lines";

export interface StartView {
  readonly plan: Plan;
  readonly run: ProgramRun;
  readonly seconds: number;
}

export function startPretty({ plan, run, seconds }: StartView, colour: boolean): string {
  const paint = pc.createColors(colour);
  const { workspace } = plan.target;
  const where = workspace ? ` into workspace ${workspace.name}` : "";
  const resources = run.registrations.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const lines = [
    paint.bold(`Tenant ${plan.tenant}${where}`),
    "",
    ...tableLines(plan, resources),
    "",
    `${planCounts(plan)}, registered by index.ts in ${seconds.toFixed(1)} s without Azure`,
    ...(run.failure === undefined ? [] : ["", `${paint.red("failed")}: ${run.failure}`]),
  ];
  return `${lines.join("\n")}\n`;
}
