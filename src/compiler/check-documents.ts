/** Everything that can be found in a set of documents: each by itself, all together, and in each tenant. */

import { type Diagnostic, finding, type Span, sortDiagnostics } from "../diagnostics";
import type { Document } from "../documents";
import { duplicateDocument } from "./checks/duplicate-key";
import { duplicateRuleId } from "./checks/duplicate-rule-id";
import { type CompileContext, checkAlone, compileTenant } from "./compile";
import { functionCycles } from "./queries/function-cycles";
import { ruleId } from "./rule-id";

/** `about`: the documents that are asked about, among all that they may name; absent: all. What stands in the files of the others is not told. */
export function checkDocuments(
  documents: readonly Document[],
  context: CompileContext,
  about: readonly Document[] = documents,
): readonly Diagnostic[] {
  const tenants = about.flatMap((document) =>
    document.kind === "Tenant" && document.body.tenantId !== undefined ? [document] : [],
  );
  const paths = new Set(about.map(({ place }) => place.path));
  const others = new Set(documents.flatMap(({ place }) => (paths.has(place.path) ? [] : [place.path])));
  const found = [
    ...checkTogether(documents),
    ...checkAlone(documents, context, about),
    ...tenants.flatMap((tenant) => compileTenant(tenant, documents, context).diagnostics),
  ];
  return sortDiagnostics(found.filter(({ at }) => at === undefined || !others.has(at.source.path)));
}

/** What only several documents together are wrong in. */
export function checkTogether(documents: readonly Document[]): readonly Diagnostic[] {
  return [...takenTwice(documents), ...functionCycles(documents)];
}

/** What two documents can't both have: a key, the id of a rule. */
function takenTwice(documents: readonly Document[]): readonly Diagnostic[] {
  const keys = new Map<string, Span>();
  const ids = new Map<string, Span>();
  // Tests have no key: nothing refers to them.
  return documents
    .filter(({ kind }) => !kind.endsWith("Test"))
    .flatMap((document) => {
      const key = keyOf(document);
      const taken = keys.get(document.key);
      if (taken) {
        const labels = [{ at: taken, text: "it is taken here" }];
        return [finding(duplicateDocument, { message: `the key \`${document.key}\` is taken`, at: key, labels })];
      }
      keys.set(document.key, key);
      if (document.kind !== "Scheduled" && document.kind !== "NRT") return [];
      const id = ruleId(document.body);
      const at = document.place.at("/id");
      const earlier = ids.get(id);
      ids.set(id, earlier ?? at);
      if (!earlier) return [];
      const labels = [{ at: earlier, text: "it is taken here" }];
      return [finding(duplicateRuleId, { message: `the rule id \`${id}\` is taken`, at, labels })];
    });
}

function keyOf({ kind, body, place }: Document): Span {
  if (kind === "Table") return place.at("/name");
  return place.at(body.key === undefined ? "/id" : "/key");
}
