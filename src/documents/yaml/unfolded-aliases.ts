/** What the aliases of a document stand for: nothing, themselves, or more than should be read. */

import { type Alias, isAlias, isMap, isNode, isPair, isSeq, type Node } from "yaml";

/** Most values that aliases may add to a document. A row that a hundred cases share adds a few thousand, an alias bomb billions. */
export const ALIASED_VALUES_MAX = 100_000;

/** Why the aliases of a document can't be read, and the alias at which that shows. */
export interface AliasTrouble {
  readonly kind: "no such anchor" | "inside of itself" | "too much";
  readonly alias: Alias;
}

/** The first alias that can't be read, if there is one. Nothing is unfolded: each anchor's size is counted once. */
export function aliasTrouble(root: Node): AliasTrouble | undefined {
  const sizes = new Map<string, { values: number | undefined }>();
  let added = 0;
  let trouble: AliasTrouble | undefined;

  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) return aliasSize(node);
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    const anchor = isNode(node) ? node.anchor : undefined;
    const size: { values: number | undefined } = { values: undefined };
    // An anchor counts from its first character on, so that an alias inside of it means itself.
    if (anchor !== undefined) sizes.set(anchor, size);
    const values = isMap(node) || isSeq(node) ? node.items.reduce<number>((sum, item) => sum + sizeOf(item), 1) : 1;
    size.values = values;
    return values;
  };

  const aliasSize = (alias: Alias): number => {
    const size = sizes.get(alias.source);
    if (size?.values === undefined) {
      trouble ??= { kind: size ? "inside of itself" : "no such anchor", alias };
      return 1;
    }
    added += size.values - 1;
    if (added > ALIASED_VALUES_MAX) trouble ??= { kind: "too much", alias };
    return size.values;
  };

  sizeOf(root);
  return trouble;
}
