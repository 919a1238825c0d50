/** A tenant that is asked for and does not exist. */

import type { CheckInfo } from "../../diagnostics";

export const unknownTenant: CheckInfo = {
  code: "PKT9030",
  severity: "error",
  title: "a tenant that does not exist",
  why: "A Plan is made for one Tenant document that has a tenantId; a document without one is a base for others.",
  source: "picket",
  avoid: "picket plan --tenant sampel\n",
  prefer: "picket plan --tenant sample\n",
  nearMiss: "picket plan --tenant sample-lab\n",
};

/** The way out where there is none at all: often another folder is meant. */
export const noTenant =
  "rules/ and tenants/ of this folder have none; start one with `npm run picket -- new Tenant contoso`";
