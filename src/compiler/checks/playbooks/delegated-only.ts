/** A call that no application may make. */

import type { CheckInfo } from "../../../diagnostics";
import { call, definition, rawPlaybook } from "./example";

export const delegatedOnly: CheckInfo = {
  code: "PKT5513",
  severity: "error",
  title: "a call that no application may make",
  why: "The service takes this call from a signed-in person only, whatever rights an application has: it would fail in the incident.",
  source: "https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword, read 2026-11-23",
  avoid: rawPlaybook({
    definition: definition(
      call("POST", "https://graph.microsoft.com/v1.0/users/1/authentication/methods/2/resetPassword"),
    ),
    accept: "accept: [unguarded]",
    reason: "reason: it is started by hand, for one test account",
  }),
  prefer: rawPlaybook({
    definition: definition(call("GET", "https://graph.microsoft.com/v1.0/users/1/authentication/methods")),
  }),
  nearMiss: rawPlaybook({
    definition: definition(call("DELETE", "https://graph.microsoft.com/v1.0/users/1/authentication/phoneMethods/2")),
    accept: "accept: [UserAuthenticationMethod.ReadWrite.All, unguarded]",
    reason: "reason: it is started by hand, for one test account",
  }),
};
