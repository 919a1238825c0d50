/** The text of a run's comment. */

import { literal } from "../parts/actions";
import { isAboutAccounts, isAboutSources, isBounded, type StepPlaybook } from "./step-playbook";

/** An expression. */
export function report(playbook: StepPlaybook): string {
  const { title, isActing, steps } = playbook;
  const saidTasks = steps
    .filter(({ step, isActing: acts }) => step.kind === "task" && !acts)
    .map(({ step, settings }) => literal(`<br>would ${escaped(step.does(settings))}`));
  const head = `<p><b>picket: ${escaped(title)}</b>${isActing ? "" : " (observing: nothing was changed)"}</p><p>`;
  const parts = [
    literal(head),
    ...(isAboutSources(playbook) ? [sources(playbook), "'<br>'"] : []),
    ...(isAboutAccounts(playbook) ? [lines("Say")] : []),
    `if(equals(outputs('Left_to_people'), ''), '', concat(${parted(playbook)}, 'people have to take over: ', outputs('Left_to_people')))`,
    ...saidTasks,
    "concat('</p><p>run ', workflow()?['run']?['name'], '</p>')",
  ];
  return `concat(${parts.join(", ")})`;
}

/** Where nothing but addresses is acted on, that there is none leaves it to people, which is told anyway. */
function sources(playbook: StepPlaybook): string {
  const said = lines("Say_source");
  if (isBounded(playbook) && !isAboutAccounts(playbook)) return said;
  // Where they could not be read, nobody knows whether there is none.
  return `if(empty(coalesce(outputs('Sources'), createArray(''))), 'there is no address', ${said})`;
}

/** What stands between the accounts and why people have to take over. */
function parted(playbook: StepPlaybook): string {
  return isAboutAccounts(playbook) ? `if(equals(${lines("Say")}, ''), '', '<br>')` : "''";
}

function lines(say: string): string {
  return `join(coalesce(outputs('${say}'), json('[]')), '<br>')`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
