/** A check on the bound tree: it sees one node at a time, of the kinds that it names. */

import type { CheckInfo } from "../../diagnostics";
import { type At, type KustoNode, kindOf, placeOfNode, walk } from "../kusto/node";
import type { Finding } from "./finding";

export interface Spotted {
  readonly message: string;
  readonly help?: string;
  /** Where it stands; the node that was looked at unless it says otherwise. */
  readonly at?: KustoNode | At;
}

export interface TreeCheck extends CheckInfo {
  /** The library's names of the kinds of nodes that it looks at. */
  readonly on: readonly string[];
  readonly look: (node: KustoNode) => Iterable<Spotted>;
}

/** Findings of all checks, in the order of the text; the tree is walked once. */
export function treeFindings(root: KustoNode, checks: readonly TreeCheck[]): readonly Finding[] {
  const byKind = new Map<string, TreeCheck[]>();
  for (const check of checks) {
    for (const kind of check.on) byKind.set(kind, [...(byKind.get(kind) ?? []), check]);
  }
  const findings: Finding[] = [];
  walk(root, (node) => {
    for (const check of byKind.get(kindOf(node)) ?? []) {
      for (const spotted of check.look(node)) findings.push(findingOf(check, spotted, node));
    }
    return undefined;
  });
  return findings;
}

function findingOf({ code, severity }: TreeCheck, { message, help, at }: Spotted, node: KustoNode): Finding {
  const [start, end] = at === undefined ? placeOfNode(node) : "Kind" in at ? placeOfNode(at) : at;
  return { code, severity, message, ...(help === undefined ? {} : { help }), start, end };
}
