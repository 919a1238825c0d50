/** The variables that a workflow declares and changes. */

import { below, isJsonObject, memberOf, valueAt } from "./pointer";
import { type Action, isType, type Workflow } from "./workflow";

export interface VariableDeclaration {
  readonly name: string;
  readonly type: unknown;
  readonly value: unknown;
  readonly action: Action;
  readonly pointer: string;
}

const declarations = new WeakMap<Workflow, readonly VariableDeclaration[]>();

/** All variables of all InitializeVariable actions, in the order of the definition. */
export function variableDeclarations(workflow: Workflow): readonly VariableDeclaration[] {
  const known = declarations.get(workflow);
  if (known) return known;
  const found = workflow.actions.filter((action) => isType(action, "InitializeVariable")).flatMap(declaredBy);
  declarations.set(workflow, found);
  return found;
}

function declaredBy(action: Action): readonly VariableDeclaration[] {
  const variables = valueAt(action.json, "inputs/variables");
  if (!Array.isArray(variables)) return [];
  return variables.filter(isJsonObject).map((each, index) => ({
    name: String(memberOf(each, "name") ?? ""),
    type: memberOf(each, "type"),
    value: memberOf(each, "value"),
    action,
    pointer: below(action.pointer, "inputs", "variables", index),
  }));
}

/** Declarations by lower-case name. */
export function declarationsByName(workflow: Workflow): ReadonlyMap<string, readonly VariableDeclaration[]> {
  const byName = new Map<string, VariableDeclaration[]>();
  for (const declaration of variableDeclarations(workflow)) {
    const key = declaration.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), declaration]);
  }
  return byName;
}

/** The types of action that change a variable. */
const CHANGING_TYPES = new Set([
  "setvariable",
  "appendtoarrayvariable",
  "appendtostringvariable",
  "incrementvariable",
  "decrementvariable",
]);

/** The variable that an action changes, where its name is a plain text. */
export function changedVariable(action: Action): string | undefined {
  if (!CHANGING_TYPES.has(action.type.toLowerCase())) return undefined;
  const name = valueAt(action.json, "inputs/name");
  return typeof name === "string" && !name.includes("@") ? name : undefined;
}
