/** A file or folder that can't be read. */

import type { CheckInfo } from "../../diagnostics";

export const unreadable: CheckInfo = {
  code: "PKT9020",
  severity: "error",
  title: "a file or folder that can't be read",
  why: "What could not be read might have said something: deploying without it could delete what it describes.",
  source: "picket",
  avoid: "picket check missing.yaml\n",
  prefer: "picket check rules\n",
  nearMiss: "picket check empty-folder\n",
};
