/** An override whose key no document has. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const unknownOverride: CheckInfo = {
  code: "PKT5210",
  severity: "error",
  title: "settings for a document that does not exist",
  why: "The setting would silently not hold.",
  source: "picket",
  avoid: documents(tenant({ overrides: "overrides: { bad-adress: { enabled: false } }" }), rule()),
  prefer: documents(tenant({ overrides: "overrides: { bad-address: { enabled: false } }" }), rule()),
  nearMiss: documents(
    tenant({ packs: "packs: [core]", overrides: "overrides: { another: { enabled: false } }" }),
    rule(),
    rule({ key: "key: another", name: "name: Another", pack: "pack: identity" }),
  ),
};
