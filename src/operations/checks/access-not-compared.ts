/** A change of policies that can't be told in sentences. */

import type { CheckInfo } from "../../diagnostics";

export const accessNotCompared: CheckInfo = {
  code: "PKT5426",
  severity: "warning",
  title: "a change of policies whose meaning can't be told",
  why: "The old state names a location or has a part that is not known or not evaluated, so nothing is said about who gains or loses access. The changes of the policies themselves are shown.",
  source: "picket",
  avoid: "picket plan --tenant sample --against old.json",
  prefer: "picket plan --tenant sample",
  nearMiss: "picket plan --tenant sample --against base.json",
};
