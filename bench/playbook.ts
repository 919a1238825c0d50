/** Playbooks: what checking and running costs as a workflow grows, and a run against the evaluation of its expressions alone. */

import { checkWorkflow } from "../src/playbook/check";
import { evaluateTemplateJson, prepareWorkflow, runPrepared, runWorkflow, stubAnswers } from "../src/playbook/run";
import type { BenchResult } from "./bench";
import { chainOf, disableUser, NOW } from "./playbooks";

const SMALL = 10;
const LARGE = 400;
const RUNS = 1000;

export async function benchPlaybook(): Promise<BenchResult> {
  const check = { small: await perAction(SMALL, checked), large: await perAction(LARGE, checked) };
  const run = { small: await perAction(SMALL, ran), large: await perAction(LARGE, ran) };
  const [runs, expressions] = await sideBySide(runDisableUser, evaluateDisableUser);
  const figure = (value: number) => `${value.toFixed(1)} µs`;
  return {
    bench: "playbook",
    sides: {
      "10": { "check an action": figure(check.small), "run an action": figure(run.small) },
      "400": { "check an action": figure(check.large), "run an action": figure(run.large) },
      run: { "disable-user": figure(runs) },
      expressions: { "of disable-user": figure(expressions) },
    },
    ratios: { check: check.large / check.small, run: run.large / run.small, overhead: runs / expressions },
    goals: { check: 1.5, run: 1.5, overhead: 5 },
  };
}

/** Microseconds for each action of a chain of so many; the number of actions measured is the same for each length. */
async function perAction(actions: number, work: (definition: object) => unknown): Promise<number> {
  const definition = chainOf(actions);
  const repetitions = (LARGE * 20) / actions;
  return (await microseconds(() => work(structuredClone(definition)), repetitions)) / actions;
}

function checked(definition: object): unknown {
  return checkWorkflow({ definition });
}

async function ran(definition: object): Promise<unknown> {
  return runWorkflow({ definition, trigger: {}, answer: stubAnswers({}), now: NOW });
}

const prepared = prepareWorkflow(disableUser);

function runDisableUser(): Promise<unknown> {
  const { trigger, stubs } = disableUser;
  return runPrepared(prepared, { trigger, answer: stubAnswers(stubs), now: NOW });
}

function evaluateDisableUser(): unknown {
  const { templates, context } = disableUser;
  return templates.map((template) => evaluateTemplateJson(template, context, NOW));
}

/** Round about, so that what else the machine does falls on both sides alike. */
async function sideBySide(left: () => unknown, right: () => unknown): Promise<readonly [number, number]> {
  const rounds: (readonly [number, number])[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push([await timed(left, RUNS), await timed(right, RUNS)]);
  return [median(rounds.slice(1).map(([first]) => first)), median(rounds.slice(1).map(([, second]) => second))];
}

/** The median of several rounds, after one to warm up. */
async function microseconds(work: () => unknown, repetitions: number): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await timed(work, repetitions));
  return median(rounds.slice(1));
}

const ROUNDS = 8;

/** Microseconds for each repetition. */
async function timed(work: () => unknown, repetitions: number): Promise<number> {
  const start = performance.now();
  for (let repetition = 0; repetition < repetitions; repetition++) await work();
  return ((performance.now() - start) * 1000) / repetitions;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((left, right) => left - right)[figures.length >> 1] ?? Number.POSITIVE_INFINITY;
}
