/** A JSON file that could be a document. */

import type { CheckInfo } from "../../diagnostics";

export const passedOver: CheckInfo = {
  code: "PKT9042",
  severity: "warning",
  title: "a JSON file that is not read",
  why: "Documents are .yaml and .yml files, in which JSON may stand. A policy, rule or workflow in a .json file would seem to be there and be deployed by nothing. Files that a document names, and data, are not told.",
  source: "picket",
  avoid: "picket check exports\n",
  prefer: "picket check rules\n",
  nearMiss: "picket check events\n",
};
