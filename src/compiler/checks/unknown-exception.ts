/** An exception whose rule does not exist. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const unknownException: CheckInfo = {
  code: "PKT5230",
  severity: "error",
  title: "an exception for a rule that does not exist",
  why: "The exception would silently not hold.",
  source: "picket",
  avoid: documents(
    tenant({
      exceptions:
        "exceptions:\n  - rule: bad-adress\n    where: { UserPrincipalName: [svc-sync@contoso.example] }\n    owner: soc@contoso.example\n    reason: directory synchronisation\n    until: 2099-03-31",
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
      packs: "packs: [core]",
      exceptions:
        "exceptions:\n  - rule: another\n    where: { UserPrincipalName: [svc-sync@contoso.example] }\n    owner: soc@contoso.example\n    reason: directory synchronisation\n    until: 2099-03-31",
    }),
    rule(),
    rule({ key: "key: another", name: "name: Another", pack: "pack: identity" }),
  ),
};
