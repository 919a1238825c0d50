/** `pulumi up` with the real CLI on the true index.ts: what is made, and that it stays. What it does not prove: that Azure takes it
 *  (docs/decisions/engine-tests.md). */

import { expect } from "vitest";
import { rule } from "./documents";
import { journey } from "./journey";
import { newProject, rulesIn } from "./stack";

journey(
  () => newProject({ "rules/first.yaml": rule("first") }),
  [
    {
      name: "a new stack creates what the Plan holds",
      changes: { create: ["first"] },
      unchanged: 0,
      after: (project) => {
        expect(rulesIn(project)).toEqual({ first: expect.objectContaining({ query: "SigninLogs | take 1" }) });
      },
    },
    { name: "a second up changes nothing", changes: {}, unchanged: 1 },
  ],
);
