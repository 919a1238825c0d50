/** An exception whose rule does not exist. */

import type { CheckInfo } from "../../diagnostics";
import { documents, exception, rule, tenant } from "./example";

export const unknownException: CheckInfo = {
  code: "PKT5230",
  severity: "error",
  title: "an exception for a rule that does not exist",
  why: "The exception would silently not hold.",
  source: "picket",
  avoid: documents(tenant({ exceptions: exception({ rule: "bad-adress" }) }), rule()),
  prefer: documents(tenant({ exceptions: exception() }), rule()),
  nearMiss: documents(
    tenant({
      packs: "packs: [core]",
      exceptions: exception({ rule: "another" }),
    }),
    rule(),
    rule({ key: "key: another", name: "name: Another", pack: "pack: identity" }),
  ),
};
