/** An exception past its last day. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const exceptionExpired: CheckInfo = {
  code: "PKT5232",
  severity: "error",
  title: "an exception that has ended",
  why: "Exceptions end so that somebody looks again. A deployment keeps an ended one with a warning, so that no expiry stops it during an incident.",
  source: "picket",
  avoid: documents(
    tenant({
      exceptions:
        "exceptions:\n  - rule: bad-address\n    where: { UserPrincipalName: [svc-sync@contoso.example] }\n    owner: soc@contoso.example\n    reason: directory synchronisation\n    until: 2020-03-31",
    }),
    rule(),
  ),
  prefer: documents(
    tenant({
      exceptions:
        "exceptions:\n  - rule: bad-address\n    where: { UserPrincipalName: [svc-sync@contoso.example] }\n    owner: soc@contoso.example\n    reason: directory synchronisation\n    until: 2099-03-31",
    }),
    rule(),
  ),
  nearMiss: documents(
    tenant({
      exceptions:
        "exceptions:\n  - rule: bad-address\n    where: { UserPrincipalName: [svc-sync@contoso.example] }\n    owner: soc@contoso.example\n    reason: directory synchronisation\n    until: 2026-01-15 # today: the last day is in",
    }),
    rule(),
  ),
};
