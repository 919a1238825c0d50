/** Pulumi's names for resources: `urn:pulumi:<stack>::<project>::<types of the parents>$<type>::<name>`. */

/** Type of the resource that stands for the stack itself. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

export function urnOf(
  type: string,
  name: string,
  parent: string,
  place: { readonly stack: string; readonly project: string },
): string {
  const parentTypes = qualifiedTypeOf(parent);
  const isTopLevel = parentTypes === "" || parentTypes === STACK_TYPE;
  return `urn:pulumi:${place.stack}::${place.project}::${isTopLevel ? "" : `${parentTypes}$`}${type}::${name}`;
}

/** The third of the four parts; a name may hold the separator itself. */
function qualifiedTypeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}
