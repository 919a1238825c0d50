/** Microsoft's own applications, as conditional access names them. */

import { FIRST_PARTY_APPS } from "./generated/first-party-apps";

/** Application ids that conditional access treats in a way of their own.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps, read 2026-11-23. */
export const APP_IDS = {
  exchangeOnline: "00000002-0000-0ff1-ce00-000000000000",
  sharePointOnline: "00000003-0000-0ff1-ce00-000000000000",
  teams: "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
  microsoftGraph: "00000003-0000-0000-c000-000000000000",
  /** Windows Azure Active Directory: requests for baseline scopes are judged as this resource. */
  windowsAzureActiveDirectory: "00000002-0000-0000-c000-000000000000",
  azureManagement: "797f4846-ba00-4fd7-ba43-dac1f8f63013",
  azurePortal: "c44b4083-3bb0-49c1-b47d-974e53cbdf3c",
  deviceRegistration: "01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9",
  /** The three of Windows App. Source: https://learn.microsoft.com/azure/virtual-desktop/set-up-mfa and
   *  https://learn.microsoft.com/azure/virtual-desktop/configure-single-sign-on, read 2026-11-26. */
  azureVirtualDesktop: "9cdead84-a844-4324-93f2-b2e6bb768d07",
  windows365: "0af06dc6-e4b5-4f28-818e-e78e62d137a5",
  windowsCloudLogin: "270efc09-cd0d-444b-a71f-39af4910ec45",
} as const;

export interface FirstPartyApp {
  readonly appId: string;
  readonly name: string;
  /** In conditional access's Office365 group, as far as names tell; false also means unknown. */
  readonly isInOffice365: boolean;
}

let known: ReadonlyMap<string, FirstPartyApp> | undefined;

/** Microsoft's applications by app id; read on first use. */
export function firstPartyApps(): ReadonlyMap<string, FirstPartyApp> {
  known ??= new Map(
    FIRST_PARTY_APPS.trim()
      .split("\n")
      .map((line) => {
        const space = line.indexOf(" ");
        const appId = line.slice(0, space);
        const name = line.slice(space + 1);
        const isInOffice365 = name.startsWith("+");
        return [appId, { appId, name: isInOffice365 ? name.slice(1) : name, isInOffice365 }];
      }),
  );
  return known;
}

/** Names that the portal and Microsoft's pages use for resources that are called otherwise in a tenant.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps, read 2026-11-23. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "Azure management": APP_IDS.azureManagement,
  "Microsoft Azure Management": APP_IDS.azureManagement,
  "Exchange Online": APP_IDS.exchangeOnline,
  "SharePoint Online": APP_IDS.sharePointOnline,
  "Device Registration Service": APP_IDS.deviceRegistration,
};

let byName: ReadonlyMap<string, readonly string[]> | undefined;

/** The app id of a name, in any case; where there is not exactly one, those that there are and the names that are known. */
export function appIdOf(name: string): string | { readonly ids: readonly string[]; readonly names: Iterable<string> } {
  byName ??= idsByName();
  const wanted = name.trim().toLowerCase();
  const ids = byName.get(wanted) ?? [];
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  return { ids, names: [...Object.keys(OTHER_NAMES), ...[...firstPartyApps().values()].map((app) => app.name)] };
}

function idsByName(): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { appId, name } of firstPartyApps().values()) {
    const own = ids.get(name.toLowerCase()) ?? [];
    own.push(appId);
    ids.set(name.toLowerCase(), own);
  }
  for (const [name, appId] of Object.entries(OTHER_NAMES)) ids.set(name.toLowerCase(), [appId]);
  return ids;
}
