/** Workflows and expressions: examples of checks, steps and functions, mutated, through checking and evaluating. Each ends with findings or a value. */

import { exampleText } from "../../src/diagnostics";
import { actionEffects, checks, checkWorkflow, usedConnections, workflowNeeds } from "../../src/playbook/check";
import { expressionFunctions } from "../../src/playbook/expressions/functions/registry";
import { evaluateExpressionText } from "../../src/playbook/run";
import { composePlaybook, steps } from "../../src/playbook/steps";
import { chosen, playbook } from "../playbook/steps/small-tenant";
import { type FuzzRoom, pick, type Random } from "./room";

const NOW = "2026-01-15T12:00:00Z";

const EXPRESSIONS: readonly string[] = expressionFunctions.flatMap(({ examples }) =>
  examples.map(([text]) => String(text)),
);

const WORKFLOWS: readonly string[] = [
  ...checks.flatMap(({ avoid, prefer }) => [avoid, prefer].map(exampleText)),
  ...composePlaybook(playbook(steps.map(({ name }) => chosen(name)))).map(({ definition, parameters }) =>
    JSON.stringify({ definition, parameters }),
  ),
];

/** What JSON, templates and expressions could stumble over. */
const TOKENS: readonly string[] = [
  ..."@ @@ @{ @{} } @null '' ' ( ) [ ] ? ?[ , . .. -1 1e999 null true 0 ?.a ['x'] [0]".split(" "),
  ..."constructor __proto__ triggerBody() item() items('x') body('Guard') range(0,1000000000) guid() \\u0000 😀".split(
    " ",
  ),
  '"Foreach"',
  '"Until"',
  '{"and":[]}',
  "concat(".repeat(300),
  "[".repeat(300),
  "x".repeat(9_000),
];

function mutated(text: string, random: Random): string {
  const at = random(text.length + 1);
  const kind = random(4);
  if (kind === 0) return text.slice(0, at) + pick(random, TOKENS) + text.slice(at);
  if (kind === 1) return text.slice(0, at) + text.slice(at + 1 + random(20));
  if (kind === 2) return text.slice(0, at) + text.slice(random(at + 1), at) + text.slice(at);
  return text.replaceAll(/"[A-Z]\w+"/g, (word) =>
    random(6) === 0 ? pick(random, ["null", '"Scope"', "[]", word]) : word,
  );
}

export const playbooks: FuzzRoom = {
  name: "playbook",
  input: (random) => {
    let text = pick(random, random(2) === 0 ? EXPRESSIONS : WORKFLOWS);
    for (let count = 1 + random(4); count > 0; count -= 1) text = mutated(text, random);
    return text;
  },
  problem: (input) => {
    const answer = evaluateExpressionText(input, {}, NOW);
    if ("refused" in answer && answer.diagnostics.length === 0) return "refused without a finding";
    const source = workflowOf(input);
    const found = checkWorkflow(source);
    workflowNeeds(source);
    actionEffects(source);
    usedConnections(source);
    return found.find(({ message }) => message === "" || message.includes("\n")) && "a message that is not one line";
  },
};

function workflowOf(text: string): { readonly definition: unknown; readonly parameters?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    const isPair = value !== null && typeof value === "object" && "definition" in value;
    return isPair ? (value as { readonly definition: unknown }) : { definition: value };
  } catch {
    return { definition: text };
  }
}
