/** A rule id that two documents have. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule } from "./example";

export const duplicateRuleId: CheckInfo = {
  code: "PKT5002",
  severity: "error",
  title: "two rules of one id",
  why: "The id is the rule in the workspace: the second would overwrite the first.",
  source: "picket",
  avoid: documents(
    rule({ id: "id: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee" }),
    rule({ key: "key: another", name: "name: Another", id: "id: 83BA3057-9ea3-4759-bf6a-933f2e5bc7ee" }),
  ),
  prefer: documents(
    rule({ id: "id: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee" }),
    rule({ key: "key: another", name: "name: Another" }),
  ),
  nearMiss: documents(
    rule({ id: "id: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee" }),
    rule({
      key: "key: another",
      name: "name: Another",
      id: "id: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee",
      generation: "generation: 2",
    }),
  ),
};
