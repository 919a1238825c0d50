/** Asking people by mail: only the named approvers' answer counts, never the suspect's own, and silence is a no. */

import type { Approval } from "../step";
import { type ActionJson, host, literal, literals } from "./actions";

export interface Question {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** What can be answered, the first being the yes. */
  readonly options: readonly string[];
  /** ISO 8601. */
  readonly within: string;
}

/** A mail with buttons. The dialog keeps link scanners from answering.
 *  Source: https://learn.microsoft.com/connectors/office365 (Send approval email), read 2026-11-23. */
export function question({ to, subject, body, options, within }: Question): ActionJson {
  return {
    type: "ApiConnectionWebhook",
    inputs: {
      host: host("office365"),
      path: "/approvalmail/$subscriptions",
      body: {
        NotificationUrl: "@{listCallbackUrl()}",
        Message: {
          To: to,
          Subject: subject,
          Body: body,
          Options: options.join(", "),
          Importance: "High",
          HideHTMLMessage: false,
          ShowHTMLConfirmationDialog: true,
        },
      },
    },
    limit: { timeout: within },
  };
}

/** Asks the approvers whether something is done about the account `body('User')`. */
export function approvalQuestion({ by, within }: Approval, what: string, title: string): ActionJson {
  const name = "@{body('User')?['userPrincipalName']}";
  return question({
    to: by.join(";"),
    subject: `Approve? ${title}: ${name}`,
    body: `<p>${title} wants to ${what} for ${name} (@{body('User')?['id']}).</p><p>@{outputs('Verdict')}</p><p><a href="@{outputs('Incident')?['url']}">the incident</a></p>`,
    options: ["Approve", "Reject"],
    within,
  });
}

/** An expression: whether one of the approvers, who is not the account itself, approved. */
export function isApproved({ by }: Approval, asked: string): string {
  const answerer = `toLower(coalesce(body('${asked}')?['UserEmailAddress'], ''))`;
  const own = (field: string) => `equals(${answerer}, toLower(coalesce(body('User')?['${field}'], '-')))`;
  return [
    `and(equals(body('${asked}')?['SelectedOption'], ${literal("Approve")})`,
    `contains(${literals(by.map((each) => each.toLowerCase()))}, ${answerer})`,
    `not(${own("userPrincipalName")})`,
    `not(${own("mail")}))`,
  ].join(", ");
}

/** An expression: an empty text where one of them approved, or why nothing is done. A question that could not be sent is no answer. */
export function unapproved(approval: Approval, asked: string): string {
  const isUnsent = `equals(actions('${asked}')?['status'], 'Failed')`;
  return `if(${isApproved(approval, asked)}, '', if(${isUnsent}, 'failed: nobody could be asked', 'refused: not approved'))`;
}
