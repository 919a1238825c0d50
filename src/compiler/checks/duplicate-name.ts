/** Names that a workspace has only once. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const duplicateName: CheckInfo = {
  code: "PKT5305",
  severity: "error",
  title: "two documents of one name in a workspace",
  why: "A function or watchlist is found by its name, and the service refuses a second rule of the same title.",
  source: "https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-23",
  avoid: documents(tenant(), rule(), rule({ key: "key: another" })),
  prefer: documents(tenant(), rule(), rule({ key: "key: another", name: "name: Another" })),
  nearMiss: documents(
    tenant(),
    "kind: Watchlist\nkey: egress-list\nalias: Egress\nsearchKey: Address\ncolumns: [Address]\nrows: [[192.0.2.0/24]]\n",
    "kind: Function\nkey: egress\nname: Egress\nquery: _GetWatchlist('Egress') | project Address\n",
  ),
};
