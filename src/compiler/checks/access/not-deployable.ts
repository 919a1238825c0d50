/** What Graph has and the provider has not. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, policy, tenant } from "./example";

export const cannotDeploy: CheckInfo = {
  code: "PKT5412",
  severity: "error",
  title: "a part of a policy that the provider can't deploy",
  why: "Graph has it, @pulumi/azuread 6.9 has not. The policy is read, proved and tested like every other; deploying it without that part would deploy another policy.",
  source: "types/input.d.ts of @pulumi/azuread 6.9.1, read 2026-11-25",
  avoid: documents(
    tenant({ access: GLASS }),
    policy({ session: "sessionControls: { secureSignInSession: { isEnabled: true } }" }),
  ),
  prefer: documents(
    tenant({ access: GLASS }),
    policy({ session: "sessionControls: { persistentBrowser: { isEnabled: true, mode: never } }" }),
  ),
  nearMiss: documents(tenant({ access: GLASS }), policy({ session: "sessionControls: { secureSignInSession: null }" })),
};
