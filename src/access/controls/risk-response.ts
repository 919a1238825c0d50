/** Password change and risk remediation: how a user at risk gets back in. Guests can do neither here, their home tenant has to.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant and
 *  https://learn.microsoft.com/entra/external-id/authentication-conditional-access, read 2026-11-23. */

import { isLegacyClient } from "../conditions/client-apps";
import { isFromElsewhere } from "../conditions/identity";
import type { Control, ControlMaker, Unmet } from "../model/control";

export const passwordChange: ControlMaker = () => riskResponse("passwordChange");
export const riskRemediation: ControlMaker = () => riskResponse("riskRemediation");

function riskResponse(name: string): Control {
  return { name, impliesMfa: false, isInteractive: true, unmet };
}

const unmet: readonly Unmet[] = [
  { when: isLegacyClient, because: "a legacy client can't ask the user for anything" },
  { when: isFromElsewhere, because: "external users can only do that in their home tenant" },
];
