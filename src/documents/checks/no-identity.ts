/** A document that has neither key nor id. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const noIdentity: CheckInfo = {
  code: "PKT1030",
  severity: "error",
  title: "a document without an identity",
  why: "What is deployed is found again by its key. Without one, renaming a rule would delete it and make another.",
  source: "picket",
  avoid: rule({ key: "" }),
  prefer: rule(),
  nearMiss: rule({ key: "id: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee" }),
};
