/** Authentication strength: MFA with certain methods. A guest whose home MFA is not trusted has only the methods of the resource tenant.
 *  Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-external-users, read 2026-11-23. */

import { isDirectConnect, isFromElsewhere } from "../conditions/identity";
import { hasGuestMethod, impliesMfa } from "../model/authentication-methods";
import type { Control, Unmet } from "../model/control";
import { ALWAYS, all, not } from "../model/formula";
import type { World } from "../model/world";
import { unmetMfa } from "./mfa";

export function authenticationStrength(id: string, world: World): Control {
  const combinations = world.strengths.get(id.toLowerCase());
  return {
    name: `authenticationStrength:${id}`,
    impliesMfa: impliesMfa(combinations),
    ...(combinations && { combinations }),
    isInteractive: true,
    unmet: [...unmetMfa(world), ...withoutMethod(combinations, world)],
  };
}

function withoutMethod(combinations: readonly string[] | undefined, world: World): readonly Unmet[] {
  if (combinations?.length === 0) return [{ when: ALWAYS, because: "the strength allows no method" }];
  if (world.trust.mfa || hasGuestMethod(combinations)) return [];
  const because = "a guest has no method of this strength in the resource tenant, and the home tenant's is not trusted";
  return [{ when: all(isFromElsewhere, not(isDirectConnect)), because }];
}
