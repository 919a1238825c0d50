/** An application's name that is not known, or not clear. */

import type { CheckInfo } from "../../../diagnostics";
import { policy } from "./example";

export const unknownApplication: CheckInfo = {
  code: "PKT5428",
  severity: "error",
  title: "an application that has no such name",
  why: "The names of Microsoft's own applications stand for their app ids, as long as only one application has the name; all others are named by app id.",
  source:
    "https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in, read 2026-11-23",
  avoid: policy({ apps: "includeApplications: [Exchange Onlin]" }),
  prefer: policy({ apps: "includeApplications: [Exchange Online]" }),
  nearMiss: policy({ apps: "includeApplications: [Office365, 0aa00000-0000-4000-8000-0000000000aa]" }),
};
