/** An override of a document whose kind has no settings. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const notOverridable: CheckInfo = {
  code: "PKT5211",
  severity: "error",
  title: "settings for a kind that has none",
  why: "Only rules, groups, locations, watchlists, playbooks and policies have settings by tenant.",
  source: "picket",
  avoid: documents(
    tenant({ overrides: "overrides: { fabrikam: { stage: alert } }" }),
    tenant({ key: "key: fabrikam" }),
    rule(),
  ),
  prefer: documents(tenant({ overrides: "overrides: { bad-address: { stage: alert } }" }), rule()),
  nearMiss: documents(
    tenant({ overrides: "overrides: { egress: { rows: [[198.51.100.0/24]] } }" }),
    rule(),
    "kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address]\nrows: [[192.0.2.0/24]]\n",
  ),
};
