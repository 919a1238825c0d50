/** Asks the manager of an account whether what happened was expected. */

import { Type } from "typebox";
import { call, GRAPH, inOrder } from "./parts/actions";
import { question } from "./parts/approval";
import type { GateStep } from "./step";

/** Whether the lookup or the mail failed. An account without a manager is no failure: it is told that none is known.
 *  UNVERIFIED: that Graph answers 404 there; https://learn.microsoft.com/graph/api/user-list-manager, read 2026-11-26, names no status. A call
 *  in a tenant would settle it; with another status the run fails, and people get a task. */
const IS_UNASKED = [
  "or(equals(actions('Ask_manager')?['status'], 'Failed'),",
  "and(equals(actions('Manager')?['status'], 'Failed'), not(equals(outputs('Manager')?['statusCode'], 404))))",
].join(" ");

/** Never the account's own mailbox: whoever holds the account reads it. */
export const verifyWithManager: GateStep = {
  kind: "gate",
  name: "verify-with-manager",
  summary:
    "Asks the manager by mail whether the sign-in was expected. If so, nothing is done; if not, or without an answer, the playbook goes on.",
  does: () => "ask the manager",
  repeat: "Each run asks once for each account.",
  source: "https://learn.microsoft.com/graph/api/user-list-manager, read 2026-11-23",
  settings: Type.Object({
    within: Type.Optional(
      Type.String({ description: "How long an answer is waited for (default 1h).", format: "duration" }),
    ),
  }),
  ask: ({ within = "PT1H" }, { title }) => {
    const name = "@{body('User')?['userPrincipalName']}";
    return inOrder({
      Manager: call({
        method: "GET",
        uri: `${GRAPH}/users/@{body('User')?['id']}/manager?$select=id,displayName,mail`,
      }),
      Ask_manager: question({
        to: "@{body('Manager')['mail']}",
        subject: `Was this expected? ${name}`,
        body: `<p>${title}: ${name} is part of a security incident. Please ask them in person or on a number that you know, not by mail, whether the sign-in was theirs.</p>`,
        options: ["Expected", "Not expected"],
        within: String(within),
      }),
    });
  },
  told: `concat('the manager ', coalesce(body('Manager')?['mail'], '(none is known)'), ': ', if(${IS_UNASKED}, 'could not be asked', toLower(coalesce(body('Ask_manager')?['SelectedOption'], 'no answer'))))`,
  isUnasked: IS_UNASKED,
  refusal: () => {
    const answerer = "toLower(coalesce(body('Ask_manager')?['UserEmailAddress'], ''))";
    const manager = "toLower(coalesce(body('Manager')?['mail'], '-'))";
    return `if(and(equals(body('Ask_manager')?['SelectedOption'], 'Expected'), equals(${answerer}, ${manager})), 'refused: the manager says that it was expected', '')`;
  },
};
