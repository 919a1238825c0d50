/** Evaluates many formulas for one sign-in after the other: equal parts are evaluated once, and only when somebody asks. */

import { unreachable } from "../../diagnostics";
import type { Formula, Leaf } from "./formula";
import type { Situation } from "./situation";

/** A formula's place in its evaluator. */
export type NodeIndex = number;

type Node =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "not"; readonly part: NodeIndex }
  | { readonly kind: "all" | "any"; readonly parts: readonly NodeIndex[] };

export interface Evaluator {
  readonly nodes: readonly Node[];
  /** 0 = not evaluated for this sign-in, 1 = false, 2 = true. */
  readonly known: Uint8Array;
}

export interface EvaluatorDraft {
  readonly nodes: Node[];
  readonly byContent: Map<string, NodeIndex>;
  readonly byFormula: Map<Formula, NodeIndex>;
}

export function evaluatorDraft(): EvaluatorDraft {
  return { nodes: [], byContent: new Map(), byFormula: new Map() };
}

/** Adds a formula; the same content has the same place. */
export function addFormula(draft: EvaluatorDraft, formula: Formula): NodeIndex {
  const known = draft.byFormula.get(formula);
  if (known !== undefined) return known;
  const index = addNode(draft, formula);
  draft.byFormula.set(formula, index);
  return index;
}

function addNode(draft: EvaluatorDraft, formula: Formula): NodeIndex {
  switch (formula.kind) {
    case "constant":
      return place(draft, `constant ${formula.value}`, formula);
    case "leaf":
      return place(draft, `leaf ${formula.leaf.dimension.name}\n${formula.leaf.key}`, formula);
    case "not": {
      const part = addFormula(draft, formula.part);
      return place(draft, `not ${part}`, { kind: "not", part });
    }
    case "all":
    case "any": {
      const parts = formula.parts.map((part) => addFormula(draft, part));
      return place(draft, `${formula.kind} ${parts.join(" ")}`, { kind: formula.kind, parts });
    }
    default:
      return unreachable(formula);
  }
}

function place({ nodes, byContent }: EvaluatorDraft, content: string, node: Node): NodeIndex {
  const known = byContent.get(content);
  if (known !== undefined) return known;
  nodes.push(node);
  byContent.set(content, nodes.length - 1);
  return nodes.length - 1;
}

export function evaluatorOf({ nodes }: EvaluatorDraft): Evaluator {
  return { nodes, known: new Uint8Array(nodes.length) };
}

/** Has to be called before the first question about a sign-in. */
export function startSituation({ known }: Evaluator): void {
  known.fill(0);
}

export function holdsAt(evaluator: Evaluator, index: NodeIndex, situation: Situation): boolean {
  const known = evaluator.known[index];
  if (known !== 0) return known === 2;
  const value = evaluate(evaluator, evaluator.nodes[index] as Node, situation);
  evaluator.known[index] = value ? 2 : 1;
  return value;
}

function evaluate(evaluator: Evaluator, node: Node, situation: Situation): boolean {
  switch (node.kind) {
    case "constant":
      return node.value;
    case "leaf":
      return node.leaf.holdsFor(node.leaf.dimension.read(situation));
    case "not":
      return !holdsAt(evaluator, node.part, situation);
    case "all":
      for (const part of node.parts) if (!holdsAt(evaluator, part, situation)) return false;
      return true;
    case "any":
      for (const part of node.parts) if (holdsAt(evaluator, part, situation)) return true;
      return false;
    default:
      return unreachable(node);
  }
}
