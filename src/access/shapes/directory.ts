/** The shape of what is known about a tenant beside its policies. */

import { type Static, Type, texts } from "./parts";

const optional = <Shape extends Parameters<typeof Type.Optional>[0]>(shape: Shape) =>
  Type.Optional(Type.Union([shape, Type.Null()]));
const textsByName = () => optional(Type.Record(Type.String(), texts()));
const graphObjects = () => optional(Type.Array(Type.Record(Type.String(), Type.Unsafe<unknown>({}))));

/** Absent parts are unknown (members), empty (locations) or as Entra's defaults (no inbound trust). */
export const DirectoryShape = Type.Object({
  namedLocations: graphObjects(),
  authenticationStrengths: graphObjects(),
  /** Members of `Office365` and `MicrosoftAdminPortals` by app id. */
  appGroups: textsByName(),
  /** For each group the groups that it is a direct member of. */
  groupParents: textsByName(),
  mfaTrustedIps: optional(texts()),
  inboundTrust: optional(
    Type.Object({
      mfa: optional(Type.Boolean()),
      compliantDevice: optional(Type.Boolean()),
      hybridJoinedDevice: optional(Type.Boolean()),
    }),
  ),
  serviceDependencies: optional(
    Type.Record(
      Type.String(),
      Type.Array(Type.Object({ appId: Type.String(), binding: Type.Enum(["early", "late"]) })),
    ),
  ),
  baselineScopeEnforcement: optional(Type.Enum(["legacy", "enforced"])),
  registrationMode: optional(Type.String()),
  asOf: optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}" })),
  /** Users whose groups and roles are all known. */
  users: optional(Type.Record(Type.String(), Type.Object({ groups: optional(texts()), roles: optional(texts()) }))),
  /** Groups whose members are all known, by user id. */
  groups: textsByName(),
  /** Emergency access accounts by user id; absent: the users listed. */
  breakGlass: optional(texts()),
  /** A group whose members are emergency access accounts too. */
  breakGlassGroup: optional(Type.String()),
  /** Whatever else the emergency access accounts are in; absent: perhaps in anything. */
  breakGlassAlsoIn: optional(Type.Object({ groups: optional(texts()), roles: optional(texts()) })),
});

export type Directory = Static<typeof DirectoryShape>;
