/** What can be found in a rule's document by itself: its parameters, and what a deployed rule has no place for. */

import { type Diagnostic, finding } from "../../diagnostics";
import type { DocumentOf } from "../../documents";
import { keptInFile } from "../checks/kept-in-file";
import { parameterUnused } from "../checks/parameter-unused";
import { subTechnique } from "../checks/sub-technique";
import { namesIn } from "../parameters/names-in-query";
import { parameterFindings } from "../parameters/parameter-findings";

/** Keys of the content repository that no field of a deployed rule takes. */
const KEPT_KEYS = ["status", "requiredDataConnectors", "metadata", "tags"] as const;

export function checkRule(document: DocumentOf<"Scheduled">): readonly Diagnostic[] {
  const { body, place } = document;
  const diagnostics = [...parameterFindings(body.parameters ?? {}, place)];
  const names = namesIn(body.query);
  for (const name of Object.keys(body.parameters ?? {})) {
    if (names.has(name)) continue;
    const message = `the query does not use the parameter \`${name}\``;
    diagnostics.push(finding(parameterUnused, { message, at: place.at(`/parameters/${name}`, "key") }));
  }
  const lost = (body.relevantTechniques ?? []).filter((technique) => /^T\d{4}\.\d+$/.test(technique));
  if (lost.length > 0 && body.sentinelEntitiesMappings === undefined) {
    const message = `deployed without the sub-technique${lost.length > 1 ? "s" : ""} ${lost.join(", ")}`;
    diagnostics.push(finding(subTechnique, { message, at: place.at("/relevantTechniques", "key") }));
  }
  const kept = KEPT_KEYS.filter((key) => body[key] !== undefined);
  const [first] = kept;
  if (first) {
    const message = `${kept.map((key) => `\`${key}\``).join(", ")} stay${kept.length > 1 ? "" : "s"} in the file: a deployed rule has no place for ${kept.length > 1 ? "them" : "it"}`;
    diagnostics.push(finding(keptInFile, { message, at: place.at(`/${first}`, "key") }));
  }
  return diagnostics;
}
