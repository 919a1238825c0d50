/** Approved client app and app protection policy: which application asks.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant and
 *  https://learn.microsoft.com/entra/external-id/authentication-conditional-access, read 2026-11-23. */

import { APPROVED_APP_RETIREMENT } from "../../azure";
import { isActiveSync, isBrowser, isLegacyClient } from "../conditions/client-apps";
import { isFromElsewhere } from "../conditions/identity";
import { isOnPlatform } from "../conditions/platforms";
import type { ControlMaker, Unmet } from "../model/control";
import { all, any, not } from "../model/formula";

const isMobile = isOnPlatform(["iOS", "android"]);

/** An ActiveSync user is sent to Outlook, which is an approved app. Retired by the given day, the control counts as not selected. */
export const approvedApplication: ControlMaker = ({ asOf }) =>
  asOf !== undefined && asOf >= APPROVED_APP_RETIREMENT
    ? undefined
    : {
        name: "approvedApplication",
        impliesMfa: false,
        isInteractive: false,
        unmet: [
          { when: all(isLegacyClient, not(isActiveSync)), because: "a legacy client is not an approved app" },
          { when: not(isMobile), because: "approved apps exist for iOS and Android" },
          notForGuests,
        ],
      };

/** App protection exists for iOS and Android, and for Edge on Windows. */
export const compliantApplication: ControlMaker = () => ({
  name: "compliantApplication",
  impliesMfa: false,
  isInteractive: false,
  unmet: [
    { when: isLegacyClient, because: "a legacy client has no app protection policy" },
    {
      when: not(any(isMobile, all(isOnPlatform(["windows"]), isBrowser))),
      because: "app protection policies exist for iOS, Android and Edge on Windows",
    },
    notForGuests,
  ],
});

const notForGuests: Unmet = { when: isFromElsewhere, because: "external users can't meet it" };
