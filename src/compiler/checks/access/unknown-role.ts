/** A role's name that Entra does not know. */

import type { CheckInfo } from "../../../diagnostics";
import { policy } from "./example";

export const unknownRole: CheckInfo = {
  code: "PKT5411",
  severity: "error",
  title: "a role that Entra does not have",
  why: "Roles are named as Microsoft names them, or by their template id; only built-in roles can be named in a policy.",
  source: "https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference, read 2026-11-23",
  avoid: policy({ include: "includeRoles: [Global Admin]" }),
  prefer: policy({ include: "includeRoles: [Global Administrator]" }),
  nearMiss: policy({ include: "includeRoles: [62e90394-69f5-4237-9190-012177145e10]" }),
};
