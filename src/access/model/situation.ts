/** A sign-in as the conditions read it: ids in lower case, nested groups resolved, addresses parsed. */

import type { GuestType } from "../shapes/conditional-access-policy";
import type { Address } from "./address";

export type ModernClient = "browser" | "mobileAppsAndDesktopClients";
export type LegacyClient = "exchangeActiveSync" | "other";
export type TransferMethod = "deviceCodeFlow" | "authenticationTransfer";

export interface UserIdentity {
  readonly kind: "user";
  readonly id: string;
  /** Groups the user is in, directly or nested. */
  readonly groups: ReadonlySet<string>;
  /** Built-in roles that are assigned for the whole tenant; no others count. */
  readonly roles: ReadonlySet<string>;
  readonly external: { readonly type: GuestType; readonly tenantId: string | null } | null;
}

export interface PrincipalIdentity {
  readonly kind: "servicePrincipal";
  readonly id: string;
  /** Registered in this tenant alone and not a managed identity: only those are in reach of a policy. */
  readonly isCovered: boolean;
  readonly attributes: Attributes;
}

/** Values by lower-case name; a text or, for a collection, several. */
export type Attributes = ReadonlyMap<string, string | readonly string[]>;

export type Resource =
  | {
      readonly kind: "app";
      readonly appId: string;
      readonly clientId: string | null;
      readonly clientType: "public" | "confidential" | null;
      readonly scopes: readonly string[] | null;
      readonly attributes: Attributes;
    }
  | { readonly kind: "userAction"; readonly action: UserAction }
  | { readonly kind: "authenticationContext"; readonly id: string };

export type UserAction = "registerSecurityInformation" | "registerOrJoinDevices";

export interface Situation {
  readonly identity: UserIdentity | PrincipalIdentity;
  readonly resource: Resource;
  readonly client: ModernClient | LegacyClient | null;
  /** In Graph's names; null = not recognised. */
  readonly platform: string | null;
  readonly network: {
    readonly address: Address | null;
    readonly country: string | null;
    readonly gpsCountry: string | null;
    readonly isCompliant: boolean;
  };
  readonly device: {
    readonly isRegistered: boolean;
    readonly isManaged: boolean;
    /** Under their filter names in lower case; absent = null. */
    readonly attributes: Attributes;
  };
  readonly risk: {
    readonly signIn: string;
    readonly user: string;
    readonly insider: string;
    readonly servicePrincipal: string;
  };
  readonly flow: TransferMethod | null;
  readonly originalFlow: TransferMethod | null;
  /** Controls that the session already has, in the names of the answer. */
  readonly satisfied: ReadonlySet<string>;
}
