/** The rights that a workflow's identity gets: what its calls need, and what the document declares where picket does not know it. */

import { azureRoleId, graphPermissionId } from "../../azure";
import { compareTexts, type Diagnostic, didYouMean, finding, type Span } from "../../diagnostics";
import { pointerStep } from "../../documents";
import { type ActionNeed, type Right, workflowNeeds } from "../../playbook/check";
import { delegatedOnly } from "../checks/playbooks/delegated-only";
import { rightNotNeeded } from "../checks/playbooks/right-not-needed";
import { unknownRight } from "../checks/playbooks/unknown-right";
import { wrongRight } from "../checks/playbooks/wrong-right";
import type { Effective } from "../frame";
import type { CompiledWorkflow, Grant } from "./compiled-playbook";

type Declared = Effective<"Playbook">["body"]["rights"];

export interface Granting {
  readonly declared: Declared;
  readonly workspaceId: string;
  /** The span behind a pointer into `{ definition, parameters }`. */
  readonly at: (pointer: string) => Span;
  /** The span behind a pointer into the document. */
  readonly documentAt: Effective<"Playbook">["at"];
}

export interface Granted {
  readonly grants: readonly Grant[];
  readonly diagnostics: readonly Diagnostic[];
}

export function grantsOf(
  { definition, parameters }: Pick<CompiledWorkflow, "definition" | "parameters">,
  granting: Granting,
): Granted {
  const needs = workflowNeeds({ definition, parameters });
  const diagnostics: Diagnostic[] = [];
  const grants = new Map<string, { right: Right; neededBy: string[] }>();
  for (const need of needs) {
    const rights = rightsOf(need, granting, diagnostics);
    for (const right of rights) {
      const id = rightId(right);
      const known = grants.get(id);
      if (known) known.neededBy.push(need.action);
      else grants.set(id, { right, neededBy: [need.action] });
    }
  }
  diagnostics.push(...strayDeclarations(needs, granting));
  const sorted = [...grants].sort(([left], [right]) => compareTexts(left, right)).map(([, grant]) => grant);
  return { grants: sorted, diagnostics };
}

/** A right in one word, by which rights are told apart and ordered. */
export function rightId(right: Right): string {
  if (right.kind === "graph") return `graph ${right.value}`;
  if (right.kind === "application") return `application ${right.appId} ${right.value}`;
  return `azure ${right.role} ${right.scope.toLowerCase()}`;
}

/** What a person calls it: the name by which `accept` takes it. */
export function rightName(right: Right): string {
  return right.kind === "azure" ? right.role : right.value;
}

function rightsOf(need: ActionNeed, granting: Granting, diagnostics: Diagnostic[]): readonly Right[] {
  const { action, pointer, need: what } = need;
  const at = granting.at(pointer);
  const declared = declaredRights(action, granting, diagnostics);
  if (what.kind === "delegatedOnly") {
    const message = `no application may make the call of \`${action}\`, whatever rights it has`;
    diagnostics.push(finding(delegatedOnly, { message, help: what.source.replace(/, read .*$/, ""), at }));
    return [];
  }
  if (what.kind === "unknown") {
    if (declared) return declared;
    const message = `what \`${action}\` needs is not known: ${what.why}`;
    diagnostics.push(finding(unknownRight, { message, help: howToDeclare(action), at }));
    return [];
  }
  const known = what.kind === "rights" ? what.rights.map((right) => placedRight(right, granting)) : [];
  const unplaced = known.find((right) => right === undefined);
  if (known.length > 0 && unplaced === undefined && known.includes(undefined)) {
    if (declared) return declared;
    const message = `on what \`${action}\` needs its role is known only in the run`;
    diagnostics.push(finding(unknownRight, { message, help: howToDeclare(action), at }));
    return [];
  }
  if (declared) diagnostics.push(notNeeded(action, granting));
  return known.flatMap((right) => right ?? []);
}

function howToDeclare(action: string): string {
  return `declare it: \`rights: { ${action}: [...] }\` of \`{ graph: Permission.All }\` or \`{ role: Name, scope: id }\`, empty where it needs none`;
}

function notNeeded(action: string, { documentAt }: Granting): Diagnostic {
  const message = `what \`${action}\` needs is known, so nothing has to be declared`;
  return finding(rightNotNeeded, { message, at: documentAt(`/rights${pointerStep(action)}`, "key") });
}

/** A right on a resource whose id is known before the run; undefined where only the run knows it. */
function placedRight(right: Right, { workspaceId }: Granting): Right | undefined {
  if (right.kind !== "azure") return right;
  const scope = right.scope.replace(/^\/v1(?=\/)/, "");
  // An id with gaps that names a workspace is that of the tenant's: the playbook of another tenant could not be started from it.
  if (scope === "workspace" || /\/workspaces\/(\{\}|[0-9a-f-]{36})$/i.test(scope))
    return { ...right, scope: workspaceId };
  return scope.startsWith("/") && !scope.includes("{}") ? { ...right, scope } : undefined;
}

function declaredRights(action: string, granting: Granting, diagnostics: Diagnostic[]): readonly Right[] | undefined {
  const declared = granting.declared?.[action];
  return declared?.flatMap((each, index) => {
    const read = declaredRight(each, granting.workspaceId);
    if (typeof read !== "string") return [read];
    const at = granting.documentAt(`/rights${pointerStep(action)}/${index}`);
    diagnostics.push(finding(wrongRight, { message: read, at }));
    return [];
  });
}

type DeclaredRight = NonNullable<Declared>[string][number];

/** The right, or what is wrong with it. */
function declaredRight(declared: DeclaredRight, workspaceId: string): Right | string {
  const { graph, role, scope, application, permission } = declared;
  const kinds = [graph, role, application].filter((each) => each !== undefined).length;
  if (kinds !== 1) return "expected one of `graph`, `role` with `scope`, `application` with `permission`";
  if (graph !== undefined) {
    const id = graphPermissionId(graph);
    return id === undefined
      ? `\`${graph}\` is no application permission of Microsoft Graph`
      : { kind: "graph", value: graph, id };
  }
  if (role !== undefined) {
    const id = azureRoleId(role);
    if (id === undefined) return `\`${role}\` is no built-in role of Azure`;
    if (scope === undefined) return `the role \`${role}\` has no \`scope\``;
    if (scope === "workspace") return { kind: "azure", role, id, scope: workspaceId };
    return scope.startsWith("/") ? { kind: "azure", role, id, scope } : "a scope is a resource id or `workspace`";
  }
  if (application === undefined || permission === undefined) return "an `application` has no `permission`";
  return { kind: "application", appId: application, value: permission };
}

/** Declarations for actions that make no call, or are not there. */
function strayDeclarations(
  needs: readonly ActionNeed[],
  { declared = {}, documentAt }: Granting,
): readonly Diagnostic[] {
  const actions = new Set(needs.map(({ action }) => action));
  return Object.keys(declared).flatMap((action) => {
    if (actions.has(action)) return [];
    const help = didYouMean(action, actions);
    const message = `no action \`${action}\` makes a call`;
    const at = documentAt(`/rights${pointerStep(action)}`, "key");
    return [finding(rightNotNeeded, { message, at, ...(help ? { help } : {}) })];
  });
}
