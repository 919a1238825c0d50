/** A key that two documents have. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule } from "./example";

export const duplicateDocument: CheckInfo = {
  code: "PKT5001",
  severity: "error",
  title: "two documents of one key",
  why: "The key is the identity of what is deployed; two documents would take turns in owning one resource.",
  source: "picket",
  avoid: documents(rule(), rule({ name: "name: Another" })),
  prefer: documents(rule(), rule({ key: "key: another", name: "name: Another" })),
  nearMiss: documents(
    rule(),
    "kind: HuntingQuery\nkey: hunt\nname: Sign-in from a bad address\nquery: SigninLogs | take 10\n",
  ),
};
