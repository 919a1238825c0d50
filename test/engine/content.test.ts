/** Hunts, functions, watchlists and near-real-time rules through the real engine: what the provider and the service make difficult. */

import { expect } from "vitest";
import { hunt, nrtRule, watchlist, workspaceFunction } from "./documents";
import { journey } from "./journey";
import { newProject, type Project } from "./stack";

const rowsIn = ({ arm }: Project) =>
  arm
    .all()
    .filter(({ id }) => String(id).includes("/watchlistItems/"))
    .map(({ properties }) => (properties as { itemsKeyValue: Record<string, string> }).itemsKeyValue.Address)
    .sort();

journey(
  () =>
    newProject({
      "rules/hunt.yaml": hunt("hunt"),
      "rules/function.yaml": workspaceFunction("bad-sources"),
      "rules/list.yaml": watchlist("egress"),
      "rules/nrt.yaml": nrtRule("fast"),
    }),
  [
    {
      name: "all kinds are created",
      changes: { create: ["bad-sources", "egress", expect.any(String), expect.any(String), "fast", "hunt"] },
      unchanged: 0,
      after: (project) => expect(rowsIn(project)).toEqual(["192.0.2.0/24", "198.51.100.0/24"]),
    },
    { name: "a second up changes nothing", changes: {}, unchanged: 6 },
    {
      name: "another query of a hunt replaces it, because the service refuses to overwrite a saved search",
      write: { "rules/hunt.yaml": hunt("hunt", { query: "SigninLogs | where ResultType == '2'" }) },
      changes: { replace: ["hunt"] },
      unchanged: 5,
      differences: { hunt: ["query"] },
    },
    {
      name: "another body of a function replaces it",
      write: {
        "rules/function.yaml": workspaceFunction("bad-sources", { query: "SigninLogs | where ResultType == '3'" }),
      },
      changes: { replace: ["bad-sources"] },
      unchanged: 5,
    },
    {
      name: "another query of a near-real-time rule is an update",
      write: { "rules/nrt.yaml": nrtRule("fast", { query: "SigninLogs | where ResultType == '4'" }) },
      changes: { update: ["fast"] },
      unchanged: 5,
      differences: { fast: ["properties.query"] },
    },
    {
      name: "a row more is one item more",
      write: {
        "rules/list.yaml": watchlist("egress", {
          rows: "[[192.0.2.0/24, HQ], [198.51.100.0/24, Lab], [203.0.113.0/24, Shop]]",
        }),
      },
      changes: { create: [expect.any(String)] },
      unchanged: 6,
      after: (project) => expect(rowsIn(project)).toHaveLength(3),
    },
    {
      name: "a row less is one item less",
      write: { "rules/list.yaml": watchlist("egress", { rows: "[[192.0.2.0/24, 192.0.2.0/24]]" }) },
      changes: { delete: [expect.any(String), expect.any(String)], update: [expect.any(String)] },
      unchanged: 4,
      after: (project) => expect(rowsIn(project)).toEqual(["192.0.2.0/24"]),
    },
    {
      name: "another search key makes the list anew, with its rows",
      write: { "rules/list.yaml": watchlist("egress", { searchKey: "Owner", rows: "[[192.0.2.0/24, 192.0.2.0/24]]" }) },
      changes: { replace: ["egress", expect.any(String)] },
      unchanged: 3,
      after: (project) => expect(rowsIn(project)).toEqual(["192.0.2.0/24"]),
    },
    {
      name: "a list that is gone takes its rows along",
      remove: ["rules/list.yaml"],
      changes: { delete: ["egress", expect.any(String)] },
      unchanged: 3,
      after: (project) => expect(rowsIn(project)).toEqual([]),
    },
  ],
);
