/** How many changes a reader is told. */

import { expect, test } from "vitest";
import { askProof } from "../../../src/access/run";
import { policy } from "../one-policy";

test("a hundred changes are told, and that there are more", () => {
  const users = Array.from({ length: 101 }, (_, index) => `a0000000-0000-4000-8000-${String(index).padStart(12, "0")}`);
  const apps = users.map((id) => id.replace("a0000000", "a9900000"));
  const pairs = users.map((id, index) =>
    policy({ users: { includeUsers: [id] }, applications: { includeApplications: [apps[index]] } }, { id }),
  );
  const ask = (before: typeof pairs) => askProof({ policies: [], before, directory: {}, question: { kind: "diff" } });
  const [some, all] = [ask(pairs), ask(pairs.slice(1))].map(({ value, diagnostics }) => ({
    changes: value && "changes" in value ? value.changes.length : 0,
    codes: diagnostics.map(({ code }) => code),
  }));
  expect(all).toEqual({ changes: 100, codes: [] });
  expect(some).toEqual({ changes: 100, codes: ["PKT3015"] });
});
