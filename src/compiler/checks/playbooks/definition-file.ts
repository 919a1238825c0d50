/** A definition that is not there, or that a template still has to make. */

import type { CheckInfo } from "../../../diagnostics";
import { rawPlaybook } from "./example";

export const definitionFile: CheckInfo = {
  code: "PKT5502",
  severity: "error",
  title: "a definition that is not there, or still a template's",
  why: "A file that is missing, or holds no workflow, would leave the playbook empty. A text such as `[parameters('name')]` is filled in by ARM when a template is deployed; in a workflow it stays what it is, which is warned of.",
  source: "picket",
  avoid: rawPlaybook({ definition: "definition: { file: contain.json }" }),
  prefer: rawPlaybook(),
  nearMiss: rawPlaybook({ definition: "definition: { file: note.json }" }),
};
