/** The shape of one sign-in, as what-if takes it and proofs give it as a witness. */

import { type Static, Type, texts } from "./parts";

const nullableText = () => Type.Optional(Type.Union([Type.String(), Type.Null()]));
const optionalTexts = () => Type.Optional(Type.Union([texts(), Type.Null()]));
const optionalFlag = () => Type.Optional(Type.Union([Type.Boolean(), Type.Null()]));

const RoleShape = Type.Object({
  roleTemplateId: Type.String(),
  directoryScopeId: nullableText(),
  isBuiltIn: optionalFlag(),
});

const ExternalShape = Type.Object({ type: Type.String(), tenantId: nullableText() });

/** A user or a service principal; which keys count depends on `type`. */
export const IdentityShape = Type.Object({
  type: Type.Enum(["user", "servicePrincipal"]),
  id: Type.String(),
  groups: optionalTexts(),
  roles: Type.Optional(Type.Union([Type.Array(RoleShape), Type.Null()])),
  external: Type.Optional(Type.Union([ExternalShape, Type.Null()])),
  singleTenantRegistered: optionalFlag(),
  managedIdentity: optionalFlag(),
  customSecurityAttributes: Type.Optional(Type.Unsafe<unknown>({})),
});

/** An application, a user action or an authentication context: exactly one of the three. */
export const ResourceShape = Type.Object({
  appId: nullableText(),
  clientId: nullableText(),
  clientType: nullableText(),
  scopes: optionalTexts(),
  customSecurityAttributes: Type.Optional(Type.Unsafe<unknown>({})),
  userAction: nullableText(),
  authenticationContext: nullableText(),
});

export const SignInShape = Type.Object({
  identity: IdentityShape,
  resource: ResourceShape,
  clientAppType: nullableText(),
  devicePlatform: nullableText(),
  network: Type.Optional(
    Type.Union([
      Type.Object({
        ipAddress: nullableText(),
        country: nullableText(),
        gpsCountry: nullableText(),
        compliantNetwork: optionalFlag(),
        xForwardedFor: Type.Optional(Type.Unsafe<unknown>({})),
      }),
      Type.Null(),
    ]),
  ),
  device: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unsafe<unknown>({})), Type.Null()])),
  risk: Type.Optional(
    Type.Union([
      Type.Object({
        signIn: nullableText(),
        user: nullableText(),
        insider: nullableText(),
        servicePrincipal: nullableText(),
      }),
      Type.Null(),
    ]),
  ),
  authenticationFlow: nullableText(),
  originalTransferMethod: nullableText(),
  satisfied: optionalTexts(),
});

export type SignIn = Static<typeof SignInShape>;
export type SignInIdentity = Static<typeof IdentityShape>;
export type SignInResource = Static<typeof ResourceShape>;
