/** The size of a watchlist. */

import type { CheckInfo } from "../../diagnostics";

export const watchlistSize: CheckInfo = {
  code: "PKT5303",
  severity: "error",
  title: "a watchlist that is too large",
  why: "Uploads with a document are limited; and each row that picket keeps is a resource of its own.",
  source: "https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-23",
  avoid: () =>
    `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address]\nrows:\n${Array.from({ length: 501 }, (_, index) => `  - [host-${index}]\n`).join("")}`,
  prefer: () =>
    `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\nmanaged: seed\ncolumns: [Address]\nrows:\n${Array.from({ length: 501 }, (_, index) => `  - [host-${index}]\n`).join("")}`,
  nearMiss: () =>
    `kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address]\nrows:\n${Array.from({ length: 500 }, (_, index) => `  - [host-${index}]\n`).join("")}`,
};
