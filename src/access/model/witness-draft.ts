/** A sign-in under construction: dimensions write their values into it, in the interface's own shape. */

/** Starts as the default of an AccessTest: browser, windows, unregistered, no named location, no risk, no flow. */
export interface WitnessDraft {
  identity: {
    type: "user" | "servicePrincipal";
    id: string;
    groups: string[];
    roles: { roleTemplateId: string; directoryScopeId: string; isBuiltIn: boolean }[];
    external: { type: string; tenantId: string | null } | null;
    singleTenantRegistered: boolean;
    managedIdentity: boolean;
    customSecurityAttributes: Record<string, string>;
  };
  /** Home tenant of a guest; only written where the identity is external. */
  tenantId: string | null;
  servicePrincipalId: string;
  resource: Record<string, unknown>;
  clientAppType: string | null;
  devicePlatform: string | null;
  network: { ipAddress: string | null; country: string | null; gpsCountry: string | null; compliantNetwork: boolean };
  device: Record<string, unknown>;
  risk: { signIn: string; user: string; insider: string; servicePrincipal: string };
  authenticationFlow: string;
  originalTransferMethod: string | null;
}

/** Ids of a user, a service principal, a tenant and an application that nobody mentions. */
export const SOMEONE_ID = "0e0e0e0e-0000-4000-8000-00000000a001";
export const SOME_SERVICE_PRINCIPAL_ID = "0e0e0e0e-0000-4000-8000-00000000a002";
export const SOME_TENANT_ID = "0e0e0e0e-0000-4000-8000-00000000a003";
export const SOME_APP_ID = "0e0e0e0e-0000-4000-8000-00000000a004";
export const SOME_CLIENT_ID = "0e0e0e0e-0000-4000-8000-00000000a005";

export function witnessDraft(): WitnessDraft {
  return {
    identity: {
      type: "user",
      id: SOMEONE_ID,
      groups: [],
      roles: [],
      external: null,
      singleTenantRegistered: true,
      managedIdentity: false,
      customSecurityAttributes: {},
    },
    tenantId: SOME_TENANT_ID,
    servicePrincipalId: SOME_SERVICE_PRINCIPAL_ID,
    resource: { appId: SOME_APP_ID },
    clientAppType: "browser",
    devicePlatform: "windows",
    network: { ipAddress: "192.0.2.1", country: null, gpsCountry: null, compliantNetwork: false },
    device: { registered: false },
    risk: { signIn: "none", user: "none", insider: "none", servicePrincipal: "none" },
    authenticationFlow: "none",
    originalTransferMethod: null,
  };
}

/** The finished sign-in: parts that do not belong to its kind of identity are left out. */
export function witnessOf(draft: WitnessDraft): Readonly<Record<string, unknown>> {
  const { identity, tenantId, servicePrincipalId, ...rest } = draft;
  const { external, roles, singleTenantRegistered, managedIdentity, customSecurityAttributes, ...common } = identity;
  if (identity.type === "user") {
    const { type } = external ?? {};
    const home = type === undefined ? null : { type, tenantId: type === "internalGuest" ? null : tenantId };
    return { identity: { ...common, roles, external: home }, ...rest };
  }
  const attributes = Object.keys(customSecurityAttributes).length === 0 ? {} : { customSecurityAttributes };
  const principal = { ...common, id: servicePrincipalId, singleTenantRegistered, managedIdentity, ...attributes };
  return { identity: principal, ...rest, clientAppType: null, devicePlatform: null, device: { registered: false } };
}
