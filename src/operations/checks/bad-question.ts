/** A claim about somebody who is not there. */

import type { CheckInfo } from "../../diagnostics";

export const badQuestion: CheckInfo = {
  code: "PKT5430",
  severity: "error",
  title: "a claim about a group or a role that does not exist",
  why: "A claim about nobody holds or fails for the wrong reason: what it names has to be a Group of the project, an object id, or a built-in role.",
  source: "picket",
  avoid: "picket prove mfaAlways --tenant sample --role 'Global Admin'",
  prefer: "picket prove mfaAlways --tenant sample --role 'Global Administrator'",
  nearMiss: "picket prove mfaAlways --tenant sample --role 62e90394-69f5-4237-9190-012177145e10",
};
