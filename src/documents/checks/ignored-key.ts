/** A foreign key that nothing reads. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const ignoredKey: CheckInfo = {
  code: "PKT1022",
  severity: "warning",
  title: "a foreign key that is ignored",
  why: "Rules are pasted from elsewhere with keys that only other tools read. They do no harm; that nothing reads them should be known.",
  source: "picket",
  avoid: rule({ reviewer: "reviewedIn: spring" }),
  prefer: rule({ tags: "tags: [spring]" }),
  nearMiss: rule({ metadata: "metadata: { reviewedIn: spring }" }),
};
