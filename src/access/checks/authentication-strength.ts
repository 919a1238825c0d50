/** What Graph refuses in a custom authentication strength. */

import { type CheckInfo, exampleJson } from "../../diagnostics";

const page = "https://learn.microsoft.com/graph/api/authenticationstrengthroot-post-policies, read 2026-11-25";

const strength = (changes: object = {}) =>
  exampleJson({ displayName: "Security keys", allowedCombinations: ["fido2"], ...changes });

const name: CheckInfo = {
  code: "PKT3118",
  severity: "error",
  title: "a strength without a name",
  why: "Graph requires a display name.",
  source: page,
  avoid: () => strength({ displayName: "" }),
  prefer: () => strength(),
  nearMiss: () => strength({ displayName: "0" }),
};

const combinations: CheckInfo = {
  code: "PKT3119",
  severity: "error",
  title: "a strength that allows nothing, or what is no combination of methods",
  why: "A strength lists the combinations of methods that meet it, in Graph's names; one without any could be met by nobody.",
  source: "https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy, read 2026-11-25",
  avoid: () => strength({ allowedCombinations: ["fido"] }),
  prefer: () => strength({ allowedCombinations: ["fido2", "password, sms"] }),
  nearMiss: () => strength({ allowedCombinations: ["password,microsoftAuthenticatorPush", "federatedMultiFactor"] }),
};

export const strengthChecks = { name, combinations } as const;
