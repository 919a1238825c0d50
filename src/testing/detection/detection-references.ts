/** What a DetectionTest names and the project does not have. */

import type { Diagnostic } from "../../diagnostics";
import type { Document } from "../../documents";
import { namedDocument, TENANTS } from "../named-document";
import { badTest, type DetectionTest } from "./case-frame";
import { caseSubject } from "./case-subject";

export function detectionReferences(test: DetectionTest, documents: readonly Document[]): readonly Diagnostic[] {
  const tenants = test.body.cases.flatMap(({ with: settings }, index) => {
    if (settings?.tenant === undefined) return [];
    const named = namedDocument(settings.tenant, TENANTS, documents);
    const at = test.place.at(`/cases/${index}/with/tenant`);
    return "message" in named ? [badTest(named.message, at, named.help)] : [];
  });
  return [...caseSubject({ test, documents }).diagnostics, ...tenants];
}
