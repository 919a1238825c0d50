/** Entra's built-in roles by template id. */

import { ENTRA_ROLES } from "./generated/entra-roles";

export interface EntraRole {
  readonly templateId: string;
  readonly name: string;
  /** Marked as privileged in the role reference; the mark moves, so it is a hint. */
  readonly isPrivileged: boolean;
}

let known: ReadonlyMap<string, EntraRole> | undefined;

/** All built-in roles by template id, deprecated ones too; read on first use. */
export function entraRoles(): ReadonlyMap<string, EntraRole> {
  known ??= new Map(
    ENTRA_ROLES.trim()
      .split("\n")
      .map((line) => {
        const [templateId = "", name = ""] = splitOnce(line);
        const isPrivileged = name.startsWith("!");
        return [templateId, { templateId, name: isPrivileged ? name.slice(1) : name, isPrivileged }];
      }),
  );
  return known;
}

/** The names of all built-in roles. */
export function roleNames(): readonly string[] {
  return [...entraRoles().values()].map(({ name }) => name);
}

let byName: ReadonlyMap<string, string> | undefined;

/** The template id of a role by its name, in any case. */
export function roleIdOf(name: string): string | undefined {
  byName ??= new Map([...entraRoles().values()].map((role) => [role.name.toLowerCase(), role.templateId]));
  return byName.get(name.trim().toLowerCase());
}

function splitOnce(line: string): readonly [string, string] {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}
