/** Everything that can be found in a set of documents: each by itself, all together, and in each tenant. */

import { type Diagnostic, finding, type Span, sortDiagnostics } from "../diagnostics";
import type { Document } from "../documents";
import { duplicateDocument } from "./checks/duplicate-key";
import { duplicateRuleId } from "./checks/duplicate-rule-id";
import { checkDocument, compileTenant } from "./compile";
import { ruleId } from "./rule-id";

export function checkDocuments(documents: readonly Document[]): readonly Diagnostic[] {
  const tenants = documents.flatMap((document) =>
    document.kind === "Tenant" && document.body.tenantId !== undefined ? [document] : [],
  );
  return sortDiagnostics([
    ...checkTogether(documents),
    ...documents.flatMap(checkDocument),
    ...tenants.flatMap((tenant) => compileTenant(tenant, documents).diagnostics),
  ]);
}

/** What two documents can't both have. */
export function checkTogether(documents: readonly Document[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const keys = new Map<string, Span>();
  const ids = new Map<string, Span>();
  for (const document of documents) {
    if (document.key === "") continue;
    const at = document.place.at(document.body.key === undefined ? "/id" : "/key");
    const earlier = keys.get(document.key);
    if (earlier) {
      const labels = [{ at: earlier, text: "it stands here too" }];
      diagnostics.push(finding(duplicateDocument, { message: `the key \`${document.key}\` is taken`, at, labels }));
    } else keys.set(document.key, at);
    if (document.kind !== "Scheduled") continue;
    const id = ruleId(document.body);
    const taken = ids.get(id);
    if (taken && !earlier) {
      const labels = [{ at: taken, text: "it stands here too" }];
      diagnostics.push(
        finding(duplicateRuleId, { message: `the rule id \`${id}\` is taken`, at: document.place.at("/id"), labels }),
      );
    } else ids.set(id, document.place.at("/id"));
  }
  return diagnostics;
}
