/** The shape of Microsoft Graph's authenticationStrengthPolicy.
 *  Source: https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy, read 2026-11-23. */

import { anything, part, readOnly, type Static, Type, texts } from "./parts";

export const AuthenticationStrengthShape = Type.Object({
  id: Type.Optional(Type.Unsafe<unknown>({ readOnly: true, isQuiet: true })),
  displayName: part(Type.String()),
  description: part(Type.String()),
  allowedCombinations: part(texts()),
  combinationConfigurations: anything(),
  policyType: readOnly(),
  requirementsSatisfied: readOnly(),
  createdDateTime: readOnly(),
  modifiedDateTime: readOnly(),
});

export type AuthenticationStrength = Static<typeof AuthenticationStrengthShape>;
