/** A document that `picket new` does not start. */

import type { CheckInfo } from "../../diagnostics";

export const noNewDocument: CheckInfo = {
  code: "PKT9032",
  severity: "error",
  title: "a document that can't be started",
  why: "A new document needs a kind that exists and a key that is free, and no file of a user's is ever written over.",
  source: "picket",
  avoid: "picket new Schedule password-spray\n",
  prefer: "picket new Scheduled password-spray\n",
  nearMiss: "picket new DetectionTest new-user\n",
};
