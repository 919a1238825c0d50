/** Keeps an account out by conditional access. */

import { groupStep } from "./parts/group-step";

export const blockAccess = groupStep({
  name: "block-access",
  summary: "Puts the account into a group that conditional access policies of picket keep out.",
  does: "block the account by conditional access",
  done: "put into the group that is kept out",
});
