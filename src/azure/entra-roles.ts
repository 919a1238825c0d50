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

function splitOnce(line: string): readonly [string, string] {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}
