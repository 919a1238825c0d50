/** What repositories of Sentinel content keep that is no document of picket: told by its keys, with the way to make it one.
 *  Source: https://github.com/Azure/Azure-Sentinel (Parsers, Playbooks, Summary rules), read 2026-11-26. */

export interface ForeignDocument {
  readonly message: string;
  readonly help: string;
}

type Body = Readonly<Record<string, unknown>>;

const RULE_HELP =
  "write its `properties` as a rule in YAML: `kind`, `key`, `name` for displayName, `relevantTechniques` for techniques";
const PLAYBOOK_HELP =
  "write a document with `kind: Playbook`, a `key`, and `definition: { file: name.json }` for the workflow's definition beside it";

/** Undefined where the keys tell of nothing foreign. */
export function foreignDocument(body: Body): ForeignDocument | undefined {
  if (isArmRule(body)) return { message: "an analytics rule as ARM has it, not a document", help: RULE_HELP };
  if (body.kind !== undefined) return undefined;
  if (isArmTemplate(body)) {
    const isPlaybook = (body.resources as readonly unknown[]).some(isWorkflowResource);
    return isPlaybook
      ? { message: "an ARM template of a playbook, not a document", help: PLAYBOOK_HELP }
      : { message: "an ARM template as the portal exports it, not a document", help: RULE_HELP };
  }
  if (isWorkflow(body.definition) || isWorkflow(body))
    return { message: "the definition of a workflow, not a document", help: PLAYBOOK_HELP };
  if (typeof body.FunctionQuery === "string" || typeof body.ParserQuery === "string") {
    const help =
      "write it as a function: `kind: Function`, `key`, `name` for its alias, `signature` for its parameters, `query`";
    return { message: "a parser of the content repository, not a document", help };
  }
  if (typeof body.query === "string" && body.destinationTable !== undefined && body.binSize !== undefined) {
    const help = "what picket deploys: analytics rules, hunting queries, functions, watchlists, tables and playbooks";
    return { message: "a summary rule, which is not deployed", help };
  }
  return undefined;
}

/** A rule as the API gives it, which repositories of rules keep too. */
function isArmRule({ properties, query }: Body): boolean {
  return isMapping(properties) && properties.displayName !== undefined && query === undefined;
}

function isArmTemplate(body: Body): boolean {
  return Array.isArray(body.resources) && body.contentVersion !== undefined;
}

function isWorkflowResource(resource: unknown): boolean {
  const type = isMapping(resource) ? resource.type : undefined;
  return typeof type === "string" && type.toLowerCase() === "microsoft.logic/workflows";
}

function isWorkflow(value: unknown): boolean {
  return isMapping(value) && isMapping(value.triggers) && isMapping(value.actions);
}

function isMapping(value: unknown): value is Body {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
