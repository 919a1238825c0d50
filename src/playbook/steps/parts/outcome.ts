/** What a step says of itself when it has run. */

import { type ActionJson, compose } from "./actions";

/** `done`: it changed something; `already`: there was nothing to do; `refused`: it may not, so people have to look; `failed`: a call went wrong. */
interface Outcome {
  /** Expressions. */
  readonly outcome: string;
  readonly detail: string;
}

export function outcome({ outcome: how, detail }: Outcome): ActionJson {
  return compose({ outcome: `@${how}`, detail: `@${detail}` });
}

/** An expression: what has to be added for accounts that another directory rules. */
export const HOME_NOTE = [
  "concat(if(equals(body('User')?['onPremisesSyncEnabled'], true), ",
  "'; the account is synchronised: do the same on-premises, or it is undone', ''), ",
  "if(equals(body('User')?['userType'], 'Guest'), '; a guest: the home account is not touched', ''))",
].join("");
