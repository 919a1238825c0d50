/** A key in a policy that no document has. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, group, policy } from "./example";

export const unknownReference: CheckInfo = {
  code: "PKT5410",
  severity: "error",
  title: "a policy names a group, location or strength that does not exist",
  why: "Graph takes ids; a key stands for the object that the document of that key makes or names. A key without a document would be nobody and nowhere.",
  source: "picket",
  avoid: policy({ exclude: "excludeGroups: [exempted]" }),
  prefer: documents(policy({ exclude: "excludeGroups: [exempted]" }), group()),
  nearMiss: policy({ exclude: "excludeGroups: [b9000000-0000-4000-8000-0000000000b9]" }),
};
