/** A definition whose file is not there. */

import type { CheckInfo } from "../../../diagnostics";
import { rawPlaybook } from "./example";

export const definitionFile: CheckInfo = {
  code: "PKT5502",
  severity: "error",
  title: "a definition whose file is not there",
  why: "A file that is missing, or holds no workflow, would leave the playbook empty.",
  source: "picket",
  avoid: rawPlaybook({ definition: "definition: { file: contain.json }" }),
  prefer: rawPlaybook(),
  nearMiss: rawPlaybook({ definition: "definition: { file: note.json }" }),
};
