/** The automation rules of the project that the incident of a case starts. */

import { compileEachFor, type TenantDocument } from "../../compiler";
import { type Diagnostic, finding } from "../../diagnostics";
import { type AutomationRule, automationRuns, type IncidentFacts } from "../../sentinel";
import { type Incident, mappedEntity } from "../../tenant";
import { playbookTestInfo } from "../checks/playbook-checks";
import type { PlaybookFrame } from "./playbook-frame";

interface AutomationParts {
  readonly frame: PlaybookFrame;
  readonly document: TenantDocument;
  readonly incident: Incident | undefined;
  readonly diagnostics: Diagnostic[];
}

/** Read before the run: a new incident is as Sentinel made it. Nothing where the case does not state it. */
export function caseAutomation({ frame, document, incident, diagnostics }: AutomationParts): readonly string[] {
  const stated = frame.body.expect?.automation;
  if (stated === undefined) return [];
  const at = frame.at("/expect/automation");
  if (!incident) {
    diagnostics.push(
      finding(playbookTestInfo.wrongStart, { message: "without an incident no automation rule is started", at }),
    );
    return [];
  }
  const known = frame.documents.filter(({ kind }) => kind === "AutomationRule");
  for (const [index, key] of stated.entries()) {
    if (known.some((each) => each.key === key)) continue;
    const message = `no automation rule has the key \`${key}\``;
    diagnostics.push(finding(playbookTestInfo.unknownName, { message, at: frame.at(`/expect/automation/${index}`) }));
  }
  const compiled = compileEachFor(known, document, frame.documents, frame.context);
  const rules = compiled.flatMap(({ value, inactive }): readonly AutomationRule[] => {
    const inputs = inactive ? undefined : value.resources[0]?.resource.inputs;
    return inputs ? [{ key: value.entry.key, ...(inputs as unknown as Omit<AutomationRule, "key">) }] : [];
  });
  const { keys, unclear } = automationRuns(rules, factsOf(incident), frame.now);
  for (const { key, why } of unclear) {
    diagnostics.push(
      finding(playbookTestInfo.notRun, { message: `whether \`${key}\` runs can't be told: ${why}`, at }),
    );
  }
  return keys;
}

function factsOf({ properties, entities, alerts }: Incident): IncidentFacts {
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const labels = (Array.isArray(properties.labels) ? properties.labels : []) as readonly {
    readonly labelName?: unknown;
  }[];
  const { tactics } = properties.additionalData as { readonly tactics?: unknown };
  const details = alerts.map(
    (each) => (each.properties.additionalData as { readonly "Custom Details"?: unknown })["Custom Details"],
  );
  return {
    title: String(properties.title),
    description: String(properties.description),
    severity: String(properties.severity),
    status: String(properties.status),
    providerName: String(properties.providerName),
    ruleIds: texts(properties.relatedAnalyticRuleIds),
    tactics: texts(tactics),
    tags: labels.map(({ labelName }) => String(labelName)),
    entities: entities.map(mappedEntity).filter((each) => each !== undefined),
    customDetails: Object.assign(
      {},
      ...details.map((each) => (typeof each === "string" ? JSON.parse(each) : {})),
    ) as IncidentFacts["customDetails"],
  };
}
