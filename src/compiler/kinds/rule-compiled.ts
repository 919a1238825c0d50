/** What scheduled and NRT rules share on their way to a resource: parameters, stage, activity, positions. */

import { compareTexts, type Diagnostic, type Span } from "../../diagnostics";
import type { Json, ResourceOptions } from "../../plan";
import type { Compiled, Effective, Frame, ParameterValues } from "../frame";
import { shownValues } from "../parameters/parameter-value";
import { parameterValues } from "../parameters/parameter-values";
import { prelude } from "../parameters/prelude";
import { ruleId } from "../rule-id";
import { ruleInputs, withoutUndefined } from "./rule-inputs";
import { portalFindings } from "./rule-portal";

export type RuleKind = "Scheduled";

/** Where the properties of a rule's resource come from in the document, where the names differ. */
const POINTERS: Readonly<Record<string, string>> = {
  displayName: "/name",
  ruleId: "/id",
  resourceName: "/id",
};

interface RuleResource {
  readonly type: string;
  readonly inputs: Readonly<Record<string, Json>>;
  /** Where the rule's properties start in the inputs. */
  readonly prefix: string;
}

type ResourceOf<K extends RuleKind> = (
  effective: Effective<K>,
  frame: Frame,
  properties: Readonly<Record<string, Json>>,
  id: string,
) => RuleResource;

/** The rule's resource in this frame, or why the tenant does not get it. */
export function compileRule<K extends RuleKind>(effective: Effective<K>, frame: Frame, resourceOf: ResourceOf<K>) {
  const { document, body, stage } = effective;
  const values = parameterValues(effective, frame);
  const entry = {
    key: document.key,
    kind: document.kind,
    title: body.name,
    stage,
    parameters: shownValues(body.parameters ?? {}, values.value),
  };
  const missing = missingTables(body, frame);
  const diagnostics: Diagnostic[] = [...values.diagnostics, ...portalFindings(effective, frame)];
  if (missing.length > 0) {
    const because = `no ${missing.map((table) => `\`${table}\``).join(", no ")} in this tenant`;
    const inactive = { key: document.key, kind: document.kind, title: body.name, because };
    return { compiled: { entry, resources: [], inactive } satisfies Compiled, diagnostics };
  }
  const query = compiledQuery(body, values.value);
  const properties = ruleInputs(body, { stage, portal: frame.portal, query });
  const { type, inputs, prefix } = resourceOf(effective, frame, properties, ruleId(body));
  const resource = {
    name: document.key,
    type,
    parent: "detections" as const,
    inputs,
    dependsOn: [],
    options: optionsOf(effective, frame),
    origin: { document: document.key, path: document.place.path, line: document.place.line },
  };
  return {
    compiled: { entry, resources: [{ resource, at: (path: string) => spanOf(effective, path.slice(prefix.length)) }] },
    diagnostics,
  };
}

function compiledQuery(body: Effective<RuleKind>["body"], values: ParameterValues): string {
  return prelude(body.parameters ?? {}, values) + body.query;
}

/** Tables that the rule's connectors feed and this tenant lacks, but for those it declares optional. */
function missingTables(body: Effective<RuleKind>["body"], { tables }: Frame): readonly string[] {
  if (!tables) return [];
  const optional = new Set(body.optional ?? []);
  const needed = (body.requiredDataConnectors ?? []).flatMap(({ dataTypes = [] }) =>
    dataTypes.map((name) => /^\w+/.exec(name)?.[0] ?? name),
  );
  return [...new Set(needed)].filter((table) => !tables.has(table) && !optional.has(table)).sort(compareTexts);
}

function optionsOf({ document }: Effective<RuleKind>, { tenant, workspace }: Frame): ResourceOptions {
  const adopted = tenant?.body.adopt?.[document.key];
  const scope = `/subscriptions/${workspace.subscriptionId}/resourceGroups/${workspace.resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${workspace.name}`;
  const id = adopted?.startsWith("/") ? adopted : `${scope}/providers/Microsoft.SecurityInsights/alertRules/${adopted}`;
  // A rule's id stays taken while the old one is there: a replacement has to delete first.
  return withoutUndefined({ deleteBeforeReplace: true, import: adopted === undefined ? undefined : id });
}

function spanOf(effective: Effective<RuleKind>, path: string): Span {
  const [, first = "", rest = ""] = /^\/([^/]+)(.*)$/.exec(path) ?? [];
  if (first === "techniques") return effective.at(`/relevantTechniques${techniqueIndex(effective, rest)}`);
  return effective.at(`${POINTERS[first] ?? `/${first}`}${rest}`);
}

/** Techniques are deployed without their sub-techniques, each once: the first that gave it is shown. */
function techniqueIndex({ body }: Effective<RuleKind>, rest: string): string {
  const deployed = [...new Set((body.relevantTechniques ?? []).map((name) => name.replace(/\.\d+$/, "")))];
  const wanted = deployed[Number(rest.slice(1))];
  const index = (body.relevantTechniques ?? []).findIndex((name) => wanted !== undefined && name.startsWith(wanted));
  return index < 0 ? "" : `/${index}`;
}
