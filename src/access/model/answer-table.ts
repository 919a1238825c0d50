/** One condition of all policies together: whether it holds is remembered by the part of a sign-in that it reads. */

import type { Condition } from "./condition";
import { type Evaluator, holdsAt, type NodeIndex } from "./evaluator";
import type { Situation } from "./situation";

export interface AnswerTable {
  readonly condition: Condition;
  /** By position of the policy; undefined where the policy leaves the condition open. */
  readonly nodes: readonly (NodeIndex | undefined)[];
  /** By what the condition reads: for each policy 1 where it holds. */
  readonly known: Map<string, Uint8Array>;
}

/** More parts than the sign-ins of one tenant have; a table that is full starts anew. */
const PARTS_MAX = 10_000;

export function answersFor(table: AnswerTable, evaluator: Evaluator, situation: Situation): Uint8Array {
  const part = table.condition.reads(situation);
  const known = part === undefined ? undefined : table.known.get(part);
  if (known !== undefined) return known;
  const answers = new Uint8Array(table.nodes.length);
  for (const [index, node] of table.nodes.entries())
    answers[index] = node === undefined || holdsAt(evaluator, node, situation) ? 1 : 0;
  if (part === undefined) return answers;
  if (table.known.size >= PARTS_MAX) table.known.clear();
  table.known.set(part, answers);
  return answers;
}
