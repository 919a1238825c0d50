/** A strength that can't be found by its name. */

import type { CheckInfo } from "../../../diagnostics";
import { group, strength } from "./example";

export const existingId: CheckInfo = {
  code: "PKT5421",
  severity: "error",
  title: "an existing strength without its id",
  why: "The provider has no lookup of authentication strengths by name: one that is in the tenant already is named by its id.",
  source: "the functions of @pulumi/azuread 6.9.1, read 2026-11-25",
  avoid: strength({ existing: "existing: true" }),
  prefer: strength({ existing: "existing: true", id: "id: 5e000000-0000-4000-8000-000000000001" }),
  nearMiss: group({ existing: "existing: true" }),
};
