/** Terms of use and custom controls: pages that the user is sent to.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/terms-of-use and
 *  https://learn.microsoft.com/entra/external-id/authentication-conditional-access, read 2026-11-23. */

import { isLegacyClient } from "../conditions/client-apps";
import { isDirectConnect } from "../conditions/identity";
import type { Control } from "../model/control";

export function termsOfUse(id: string): Control {
  return {
    name: `termsOfUse:${id}`,
    impliesMfa: false,
    isInteractive: true,
    unmet: [
      { when: isLegacyClient, because: "a legacy client can't show terms of use" },
      { when: isDirectConnect, because: "B2B direct connect has no terms of use" },
    ],
  };
}

export function customFactor(id: string): Control {
  return {
    name: `customAuthenticationFactor:${id}`,
    impliesMfa: false,
    isInteractive: true,
    unmet: [{ when: isLegacyClient, because: "a legacy client can't use a custom control" }],
  };
}
