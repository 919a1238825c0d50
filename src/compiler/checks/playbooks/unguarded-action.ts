/** A raw definition that acts without the guard. */

import type { CheckInfo } from "../../../diagnostics";
import { definition, guardCall, rawPlaybook } from "./example";

const disable = (runAfter: object) => ({
  Disable: {
    type: "Http",
    inputs: {
      method: "PATCH",
      uri: "https://graph.microsoft.com/v1.0/users/@{triggerBody()?['userId']}",
      body: { accountEnabled: false },
      authentication: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" },
    },
    runAfter,
  },
});

const parameters = { picketGuard: { type: "String" } };

export const unguardedAction: CheckInfo = {
  code: "PKT5517",
  severity: "error",
  title: "an action that no guard comes before",
  why: "A false alert would act on whoever it names: break-glass accounts, administrators, service accounts. The guard is a workflow of its own that answers 200 only for others.",
  source: "picket",
  avoid: rawPlaybook({
    definition: definition({ ...guardCall, ...disable({ Guard: ["Succeeded", "Failed"] }) }, parameters),
  }),
  prefer: rawPlaybook({ definition: definition({ ...guardCall, ...disable({ Guard: ["Succeeded"] }) }, parameters) }),
  nearMiss: rawPlaybook({
    definition: definition(disable({})),
    accept: "accept: [unguarded]",
    reason: "reason: it is started by hand, for one test account",
  }),
};
