/** What can be found in a rule's document by itself: its parameters, and what a deployed rule has no place for. */

import { type Diagnostic, finding } from "../../diagnostics";
import type { DocumentOf } from "../../documents";
import { keptInFile } from "../checks/kept-in-file";
import { parameterUnused } from "../checks/parameter-unused";
import { subTechnique } from "../checks/sub-technique";
import { namesIn } from "../parameters/names-in-query";
import { parameterFindings } from "../parameters/parameter-findings";

/** Keys of the content repository that no field of a deployed rule takes. */
const KEPT_KEYS = [
  "status",
  "requiredDataConnectors",
  "metadata",
  "tags",
  "description-detailed",
  "description_detailed",
] as const;

/** Findings of a rule by itself. */
export function checkRule(document: DocumentOf<"Scheduled" | "NRT">): readonly Diagnostic[] {
  const { kind, body, place } = document;
  const diagnostics = [...checkRuleKeys(document)];
  const lost = (body.relevantTechniques ?? []).filter((technique) => /^T\d{4}\.\d+$/.test(technique));
  if (lost.length > 0 && kind === "Scheduled" && body.sentinelEntitiesMappings === undefined) {
    const message = `deployed without the sub-technique${lost.length > 1 ? "s" : ""} ${lost.join(", ")}`;
    diagnostics.push(finding(subTechnique, { message, at: place.at("/relevantTechniques", "key") }));
  }
  return diagnostics;
}

/** Findings of what rules and hunts have in common. */
export function checkRuleKeys({
  body,
  place,
}: DocumentOf<"Scheduled" | "NRT" | "HuntingQuery">): readonly Diagnostic[] {
  const diagnostics = [...parameterFindings(body.parameters ?? {}, place)];
  const names = namesIn(body.query);
  for (const name of Object.keys(body.parameters ?? {})) {
    if (names.has(name)) continue;
    const message = `the query does not use the parameter \`${name}\``;
    diagnostics.push(finding(parameterUnused, { message, at: place.at(`/parameters/${name}`, "key") }));
  }
  const kept = KEPT_KEYS.filter((key) => body[key] !== undefined);
  const [first] = kept;
  if (first) {
    const isOne = kept.length === 1;
    const message = `${kept.map((key) => `\`${key}\``).join(", ")} ${isOne ? "stays" : "stay"} in the file: what is deployed has no place for ${isOne ? "it" : "them"}`;
    diagnostics.push(finding(keptInFile, { message, at: place.at(`/${first}`, "key") }));
  }
  return diagnostics;
}
