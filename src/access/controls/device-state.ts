/** Compliant device and hybrid joined device: checks of the device, without asking anybody.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant, read 2026-11-23. */

import { usesDeviceCode } from "../conditions/authentication-flows";
import { isLegacyClient } from "../conditions/client-apps";
import { isCompliantDevice, isHybridJoined } from "../conditions/devices";
import { isFromElsewhere } from "../conditions/identity";
import { isOnPlatform } from "../conditions/platforms";
import type { ControlMaker, Unmet } from "../model/control";
import { type Formula, holds, not } from "../model/formula";

const COMPLIANT_PLATFORMS = ["windows", "iOS", "android", "macOS", "linux"];

/** "Only supports Windows 10+, iOS, Android, macOS, and Linux Ubuntu devices"; a mark of compliance from a home tenant counts where it is trusted. */
export const compliantDevice: ControlMaker = ({ trust }) => ({
  name: "compliantDevice",
  impliesMfa: false,
  isInteractive: false,
  isShownBy: (situation) => holds(isCompliantDevice, situation),
  unmet: [
    ...withoutDeviceState,
    ...guestWithout(trust.compliantDevice),
    notOn(COMPLIANT_PLATFORMS, "only Windows, iOS, Android, macOS and Linux devices can be compliant"),
  ],
});

/** "Only supports domain-joined Windows". */
export const domainJoinedDevice: ControlMaker = ({ trust }) => ({
  name: "domainJoinedDevice",
  impliesMfa: false,
  isInteractive: false,
  isShownBy: (situation) => holds(isHybridJoined, situation),
  unmet: [
    ...withoutDeviceState,
    ...guestWithout(trust.hybridJoinedDevice),
    notOn(["windows"], "only Windows devices can be hybrid joined"),
  ],
});

const withoutDeviceState: readonly Unmet[] = [
  { when: isLegacyClient, because: "a legacy client passes no device state" },
  { when: usesDeviceCode, because: "device code flow passes no device state" },
];

function guestWithout(isTrusted: boolean): readonly Unmet[] {
  return isTrusted
    ? []
    : [{ when: isFromElsewhere, because: "the state of devices from other tenants is not trusted" }];
}

function notOn(platforms: readonly string[], because: string): Unmet {
  const when: Formula = not(isOnPlatform(platforms));
  return { when, because };
}
