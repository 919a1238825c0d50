/** Multifactor authentication.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant and
 *  https://learn.microsoft.com/entra/external-id/authentication-conditional-access, read 2026-11-23. */

import { isLegacyClient } from "../conditions/client-apps";
import { isDirectConnect } from "../conditions/identity";
import type { ControlMaker, Unmet } from "../model/control";
import type { World } from "../model/world";

export const mfa: ControlMaker = (world) => ({
  name: "mfa",
  impliesMfa: true,
  isInteractive: true,
  unmet: unmetMfa(world),
});

/** What stands in the way of any kind of multifactor authentication. Other guests can do it in the resource tenant. */
export function unmetMfa(world: World): readonly Unmet[] {
  const legacy = { when: isLegacyClient, because: "a legacy client can't do multifactor authentication" };
  const direct = {
    when: isDirectConnect,
    because: "B2B direct connect needs trust in the home tenant's multifactor authentication",
  };
  return world.trust.mfa ? [legacy] : [legacy, direct];
}
