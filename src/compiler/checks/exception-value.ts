/** The condition of an exception. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const exceptionValue: CheckInfo = {
  code: "PKT5231",
  severity: "error",
  title: "an exception whose condition can't be applied",
  why: "A condition that can't be compiled would either silence nothing or everything.",
  source: "picket",
  avoid: documents(
    tenant({
      exceptions:
        "exceptions:\n  - rule: bad-address\n    where: { UserPrincipalName: [{ from: 1 }] }\n    owner: soc@contoso.example\n    reason: directory synchronisation\n    until: 2099-03-31",
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
        "exceptions:\n  - rule: bad-address\n    where: { IPAddress: { cidr: [192.0.2.0/24] }, ResultType: 0 }\n    owner: soc@contoso.example\n    reason: directory synchronisation\n    until: 2099-03-31",
    }),
    rule(),
  ),
};
