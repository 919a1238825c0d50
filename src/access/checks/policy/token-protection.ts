/** Token protection where it is not supported: clients, platforms and resources. */

import { APP_IDS } from "../../../azure";
import { finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import type { PolicyCheck } from "./facts";

/** In lower case. Apple's platforms are in preview.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/deployment-guide-token-protection-apple, read 2026-11-26. */
const PLATFORMS: ReadonlySet<string> = new Set(["windows", "ios", "macos"]);

const EVERYWHERE: ReadonlySet<string> = new Set([APP_IDS.exchangeOnline, APP_IDS.sharePointOnline, APP_IDS.teams]);

/** Source: https://learn.microsoft.com/entra/identity/conditional-access/deployment-guide-token-protection-windows, read 2026-11-26. */
const ON_WINDOWS: ReadonlySet<string> = new Set([
  ...EVERYWHERE,
  APP_IDS.azureVirtualDesktop,
  APP_IDS.windows365,
  APP_IDS.windowsCloudLogin,
]);

const asking = (conditions: object) =>
  policyExample({
    grantControls: null,
    sessionControls: { secureSignInSession: { isEnabled: true } },
    conditions: {
      clientAppTypes: ["mobileAppsAndDesktopClients"],
      applications: { includeApplications: [APP_IDS.exchangeOnline, APP_IDS.sharePointOnline, APP_IDS.teams] },
      platforms: { includePlatforms: ["windows"] },
      ...conditions,
    },
  });

const tokenProtection: PolicyCheck = {
  code: "PKT3079",
  severity: "warning",
  title: "token protection beyond what supports it",
  why: "Token protection works for native clients with Exchange Online, SharePoint Online and Teams on Windows, iOS and macOS, and with Azure Virtual Desktop and Windows 365 on Windows. With browsers selected, Teams on the web breaks; the Office 365 group holds more than is supported; elsewhere it blocks or does nothing.",
  source: "https://learn.microsoft.com/entra/identity/conditional-access/concept-token-protection, read 2026-11-26",
  avoid: () => asking({ clientAppTypes: ["all"], applications: { includeApplications: ["Office365"] } }),
  prefer: () => asking({}),
  nearMiss: () =>
    asking({ applications: { includeApplications: [APP_IDS.azureVirtualDesktop, APP_IDS.windowsCloudLogin] } }),
  *run({ session, conditions, applications }) {
    if (!session.some(({ name }) => name === "secureSignInSession")) return;
    const types = conditions.clientAppTypes ?? [];
    if (types.some((type) => type !== "mobileAppsAndDesktopClients") || types.length === 0)
      yield finding(tokenProtection, {
        message: "token protection is for mobile apps and desktop clients alone",
        pointer: "/conditions/clientAppTypes",
      });
    const platforms = idsOf(conditions.platforms?.includePlatforms);
    if (platforms.length === 0 || platforms.some((name) => !PLATFORMS.has(name)))
      yield finding(tokenProtection, {
        message: "token protection is for Windows, iOS and macOS alone",
        pointer: "/conditions/platforms/includePlatforms",
      });
    const supported = platforms.every((name) => name === "windows") ? ON_WINDOWS : EVERYWHERE;
    for (const [index, id] of (applications.includeApplications ?? []).entries()) {
      if (supported.has(id.trim().toLowerCase())) continue;
      const also = supported === ON_WINDOWS ? ", Azure Virtual Desktop and Windows 365" : "";
      yield finding(tokenProtection, {
        message: `\`${id}\` does not support token protection`,
        pointer: `/conditions/applications/includeApplications/${index}`,
        help: `only Exchange, SharePoint${also ? "," : " and"} Teams${also} do, each by its id`,
      });
    }
  },
};

export const tokenProtectionChecks = [tokenProtection];
