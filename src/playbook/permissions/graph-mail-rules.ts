/** What changing a mailbox needs: its messages, and the rules of its inbox. */

import { type GraphRule, graphRule, ID } from "./graph-rule";

const read = "2026-11-26";
const MESSAGES = `/users/${ID}/(mailFolders/${ID}/)?messages/${ID}`;
const INBOX_RULES = `/users/${ID}/mailFolders/inbox/messageRules`;

/** Reading messages is left to be declared: the least permission for it gives no body, and whether a playbook reads one can't be told from the call. */
export const GRAPH_MAIL_RULES: readonly GraphRule[] = [
  graphRule("POST", `${MESSAGES}/move`, { values: ["Mail.ReadWrite"], page: "message-move", read }),
  graphRule("DELETE", MESSAGES, { values: ["Mail.ReadWrite"], page: "message-delete", read }),
  graphRule("GET", `${INBOX_RULES}(/${ID})?`, {
    values: ["MailboxSettings.Read"],
    page: "mailfolder-list-messagerules",
    read,
  }),
  graphRule("DELETE", `${INBOX_RULES}/${ID}`, {
    values: ["MailboxSettings.ReadWrite"],
    page: "messagerule-delete",
    read,
  }),
];
