/** Asks MFA of an account from now on. */

import { groupStep } from "./parts/group-step";

export const requireMfa = groupStep({
  name: "require-mfa",
  summary: "Puts the account into the group of which a conditional access policy of picket asks MFA at every sign-in.",
  does: "require MFA of the account",
  done: "put into the group that needs MFA",
});
