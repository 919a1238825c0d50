/** Client apps: browsers and modern clients, and the legacy ones that know neither MFA nor device state.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions#client-apps, read 2026-11-23. */

import type { Condition } from "../model/condition";
import { ALWAYS, all, any, type Dimension, leaf, NEVER } from "../model/formula";
import type { Situation } from "../model/situation";
import { isOnPlatform } from "./platforms";

type Client = Situation["client"];

const client: Dimension<Client, undefined> = {
  name: "client app",
  read: (situation) => situation.client,
  candidates: () => ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other", null],
  write: (draft, value) => {
    draft.clientAppType = value;
  },
};

const isClient = (...clients: readonly Client[]) =>
  leaf(client, { key: clients.join(" "), hint: undefined, holdsFor: (value) => clients.includes(value) });

export const isActiveSync = isClient("exchangeActiveSync");
/** Exchange ActiveSync and other clients: basic authentication. */
export const isLegacyClient = isClient("exchangeActiveSync", "other");
export const isBrowser = isClient("browser");
export const hasNoClient = isClient(null);

/** Platforms of `easSupported`: "Administrators can apply policy only to supported platforms (such as iOS, Android, and Windows) through the Graph API". */
const SUPPORTED_ACTIVE_SYNC_PLATFORMS = ["iOS", "android", "windows"];

/** Not configured and `all` are every client, legacy ones too. */
export const clientApps: Condition = {
  formula: ({ clientAppTypes }) => {
    const types = clientAppTypes ?? [];
    if (types.length === 0 || types.includes("all")) return ALWAYS;
    const named = types.flatMap((type) => (type === "all" || type === "easSupported" ? [] : [type]));
    const supported = types.includes("easSupported")
      ? all(isActiveSync, isOnPlatform(SUPPORTED_ACTIVE_SYNC_PLATFORMS))
      : NEVER;
    return any(named.length === 0 ? NEVER : isClient(...named), supported);
  },
  reads: (situation) => `${situation.client} ${situation.platform}`,
  reason: () => "clientApps",
};
