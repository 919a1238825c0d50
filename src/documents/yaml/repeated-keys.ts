/** Keys that stand twice in one mapping. */

import { isScalar, type Node, type Scalar, visit } from "yaml";
import { type Diagnostic, finding, type SourceText, type Span, span } from "../../diagnostics";
import { duplicateKey } from "../checks/duplicate-key";

/** One finding for each key that a mapping has already, with the place of the first. Keys are compared as a document reads them: `1` is `"1"`. */
export function repeatedKeys(source: SourceText, root: Node): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(root, {
    Map: (_, { items }) => {
      const first = new Map<string, Scalar>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const earlier = first.get(name);
        if (earlier) found.push(repeated(name, keySpan(source, key), keySpan(source, earlier)));
        else first.set(name, key);
      }
    },
  });
  return found;
}

function repeated(name: string, at: Span, earlier: Span): Diagnostic {
  const labels = [{ at: earlier, text: "it stands here first" }];
  return finding(duplicateKey, { message: `the key \`${name}\` stands twice in one mapping`, at, labels });
}

function keySpan(source: SourceText, { range }: Scalar): Span {
  const [start, end] = range ?? [0, 0];
  return span(source, start, end);
}
