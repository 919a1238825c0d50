/** docs/steps.md: every step of the library, made from the definitions. */

import type { Step } from "../playbook/steps";

interface Setting {
  readonly description?: string;
}

const TITLES: readonly (readonly [Step["kind"], string])[] = [
  ["account", "Steps that change an account"],
  ["gate", "Steps that ask before anything is done"],
  ["account read", "Steps that read about an account"],
  ["source read", "Steps that read about an address"],
  ["source", "Steps that change what is let in from an address"],
  ["task", "Steps for people"],
];

export function stepsPage(steps: readonly Step[]): string {
  const parts = TITLES.flatMap(([kind, title]) => {
    const own = steps.filter((step) => step.kind === kind);
    return own.length === 0 ? [] : [`## ${title}`, ...own.flatMap(stepParts)];
  });
  const head = [
    "# Steps of playbooks",
    "What `steps:` of a Playbook takes: a name, or `{ name: settings }`. [playbooks.md](playbooks.md) tells how a playbook of them works. Every step may also have `ask: always` (only with approval), `stage` (the highest stage at which it acts) and `onFailure: continue`.",
  ];
  return `${[...head, ...parts].join("\n\n")}\n`;
}

function stepParts(step: Step): readonly string[] {
  const settings = Object.entries(step.settings.properties as Readonly<Record<string, Setting>>);
  const required = new Set(step.settings.required ?? []);
  const facts = [
    step.repeat,
    ...("undo" in step && step.undo !== undefined ? [`Taken back by \`${step.undo}\`.`] : []),
    ...("isDestructive" in step && step.isDestructive ? ["The guard comes first."] : []),
    ...("ask" in step && step.ask === "always" ? ["Never without approval."] : []),
  ];
  const rows = settings.map(
    ([name, { description = "" }]) => `| \`${name}\` | ${required.has(name) ? "yes" : ""} | ${description} |`,
  );
  return [
    `### ${step.name}`,
    step.summary,
    facts.join(" "),
    ...(rows.length > 0 ? [["| setting | needed | |", "|---|---|---|", ...rows].join("\n")] : []),
    `Source: ${step.source}`,
  ];
}
