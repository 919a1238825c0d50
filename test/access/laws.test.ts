/** Laws that hold whatever the policies: adding, excluding, reporting, ordering, naming. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askProof, askWhatIf, type SignIn, type WhatIf, whatIfAnswerer } from "../../src/access/run";
import type { OraclePolicy } from "./oracle/interpret";
import { DIRECTORY, everySignIn, policies } from "./oracle/worlds";

const RUNS = { seed: 20260117, numRuns: 150 };

const worlds = fc
  .tuple(policies, fc.nat())
  .map(([list, pick]) => {
    const signIns = everySignIn(list) ?? [];
    return { list, signIn: signIns[pick % Math.max(1, signIns.length)] };
  })
  .filter(({ signIn }) => signIn !== undefined);

function ask(list: readonly unknown[], signIn: unknown): WhatIf {
  const { value } = askWhatIf({ policies: list, directory: DIRECTORY, signIn: signIn as SignIn });
  if (!value) throw new Error("the policies are sound");
  return value;
}

const withUsers = (policy: OraclePolicy, users: object): OraclePolicy => ({
  ...policy,
  conditions: { ...policy.conditions, users: { ...policy.conditions.users, ...users } },
});
const sorted = (clauses: readonly (readonly string[])[]) =>
  clauses.map((clause) => [...clause].sort().join("|")).sort();

describe("laws", () => {
  test("adding a policy never turns a block into a grant, nor takes a demand away", () => {
    fc.assert(
      fc.property(worlds, policies, ({ list, signIn }, more) => {
        const before = ask(list, signIn);
        const after = ask([...list, ...more.map((policy, index) => ({ ...policy, id: `more${index}` }))], signIn);
        if (before.result === "blocked") expect(after.result).toBe("blocked");
        if (before.practice.result === "blocked") expect(after.practice.result).toBe("blocked");
        if (before.result === "requires") expect(after.result).not.toBe("granted");
      }),
      RUNS,
    );
  });

  test("exclusion beats inclusion", () => {
    fc.assert(
      fc.property(worlds, ({ list, signIn }) => {
        const id = signIn?.identity.id ?? "";
        const answer = ask(
          list.map((policy) => withUsers(policy, { excludeUsers: [id] })),
          signIn,
        );
        expect([answer.result, answer.applied]).toEqual(["granted", []]);
      }),
      RUNS,
    );
  });

  test("a report-only policy never changes the result", () => {
    fc.assert(
      fc.property(worlds, policies, ({ list, signIn }, more) => {
        const reported = more.map((policy, index) => ({
          ...policy,
          id: `more${index}`,
          state: "enabledForReportingButNotEnforced",
        }));
        const before = ask(list, signIn);
        const after = ask([...list, ...reported], signIn);
        expect([after.result, after.controls, after.session, after.applied, after.practice]).toEqual([
          before.result,
          before.controls,
          before.session,
          before.applied,
          before.practice,
        ]);
      }),
      RUNS,
    );
  });

  test("order and ids never matter", () => {
    fc.assert(
      fc.property(worlds, ({ list, signIn }) => {
        const renamed = [...list].reverse().map((policy, index) => ({ ...policy, id: `other${index}` }));
        const [before, after] = [ask(list, signIn), ask(renamed, signIn)];
        expect([after.result, after.practice.result, after.session]).toEqual([
          before.result,
          before.practice.result,
          before.session,
        ]);
        expect(sorted(after.controls)).toEqual(sorted(before.controls));
      }),
      RUNS,
    );
  });

  test("one answer does not depend on those before it", () => {
    fc.assert(
      fc.property(policies, (list) => {
        const signIns = (everySignIn(list) ?? []).filter((_, index) => index % 37 === 0).slice(0, 15);
        const { value: answer } = whatIfAnswerer({ policies: list, directory: DIRECTORY });
        for (const signIn of [...signIns, ...signIns])
          expect(answer?.(signIn as unknown as SignIn).value).toEqual(ask(list, signIn));
      }),
      { ...RUNS, numRuns: 25 },
    );
  });

  test("a set against itself in another order, split and renamed, has no change", () => {
    fc.assert(
      fc.property(policies, (list) => {
        const split = [...list].reverse().flatMap(splitByClient);
        const { value } = askProof({ policies: split, before: list, directory: DIRECTORY, question: { kind: "diff" } });
        expect(value).toEqual({ changes: [] });
      }),
      { ...RUNS, numRuns: 80 },
    );
  });
});

/** One policy for each client app it is for: together they are the same. */
function splitByClient(policy: OraclePolicy): readonly OraclePolicy[] {
  const { clientAppTypes } = policy.conditions;
  const types = clientAppTypes.includes("all")
    ? ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"]
    : clientAppTypes;
  const users = policy.conditions.users;
  const isQuirky =
    (users.includeRoles ?? []).length > 0 || (users.includeUsers ?? []).includes("GuestsOrExternalUsers");
  if (isQuirky && types.includes("exchangeActiveSync")) return [policy];
  return types.map((type) => ({
    ...policy,
    id: `${policy.id} ${type}`,
    conditions: { ...policy.conditions, clientAppTypes: [type] },
  }));
}
