/** The connector office365: mail, and approvals by mail. */

import { type Reply, refuse } from "../api/reply";
import { memberOf, textOf } from "../api/request";
import type { ConnectorApi, ConnectorRequest, Delayed } from "./connector-api";

/** Source: https://learn.microsoft.com/connectors/office365, read 2026-11-25. */
export const office365: ConnectorApi = {
  connector: "office365",
  answer: (call) => {
    const path = `${call.request.method} /${call.request.segments.join("/").toLowerCase()}`;
    if (path === "POST /v2/mail") return mailSent(call);
    if (path === "POST /approvalmail/$subscriptions") return approvalAsked(call);
    return refuse(`${path} of the connector office365 is not in its contract`);
  },
};

function mailSent({ tenant, request }: ConnectorRequest): Reply {
  const [to, subject, body] = ["To", "Subject", "Body"].map((name) => textOf(memberOf(request.body, name)));
  if (!to) return { statusCode: 400, body: { status: 400, message: "The recipients of the mail are missing." } };
  tenant.sent.push({ connector: "office365", path: "/v2/Mail", to, text: `${subject}\n${body}` });
  return { statusCode: 200 };
}

/** Where no options are given, these are shown. */
const USUAL_OPTIONS = "Approve, Reject";

function approvalAsked({ tenant, request, approval }: ConnectorRequest): Reply | Delayed | { readonly kind: "none" } {
  const message = memberOf(request.body, "Message");
  const [to, subject] = ["To", "Subject"].map((name) => textOf(memberOf(message, name)));
  const options = textOf(memberOf(message, "Options") ?? USUAL_OPTIONS)
    .split(",")
    .map((each) => each.trim());
  if (!to || textOf(memberOf(request.body, "NotificationUrl")) === "")
    return { statusCode: 400, body: { status: 400, message: "The subscription lacks its address or its recipients." } };
  tenant.sent.push({ connector: "office365", path: "/approvalmail/$subscriptions", to, text: `${subject}` });
  const given = approval({
    connector: "office365",
    to: to.split(";").map((each) => each.trim()),
    subject: subject ?? "",
    options,
  });
  if (!given) return { kind: "none" };
  const body = { SelectedOption: given.option, UserEmailAddress: given.by };
  return { reply: { statusCode: 200, body }, milliseconds: given.milliseconds };
}
