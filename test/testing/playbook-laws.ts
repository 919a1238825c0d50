/** What holds for any directory and any incident: run with few cases in every test run, with many in the deep one. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Need, type Right, recordedCallNeed } from "../../src/playbook/check";
import type { RecordedCall } from "../../src/playbook/run";
import { shownCall } from "../../src/tenant";
import { callKind } from "../../src/testing/playbook/call-kind";
import { runner, type Subject, worldsOf } from "./playbook-worlds";

function concerns(call: RecordedCall, id: string): boolean {
  return `${shownCall(call).path} ${JSON.stringify(call.body ?? null)}`.toLowerCase().includes(id);
}

function rightsOf(need: Need): readonly Right[] {
  return need.kind === "rights" ? need.rights : [];
}

const told = (right: Right) => (right.kind === "azure" ? right.role : right.value);

export function playbookLaws(subject: Subject, numRuns: number): void {
  const options = { numRuns, seed: 4711 };
  const worlds = worldsOf(subject);
  const { ran, compiledFor } = runner(subject);

  test(`${subject.playbook}: break-glass and exempt accounts are never touched`, async () => {
    let writing = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { result, people } = await ran(world, "enforce");
        const writes = result.calls.filter((call) => callKind(call) === "write");
        const spared = Object.entries(world.people).filter(
          ([, { breakGlass, groups }]) => breakGlass === true || groups.includes(subject.exempt ?? "-"),
        );
        const touched = spared.filter(([key]) =>
          writes.some((call) => concerns(call, people.known.get(key)?.id ?? "-")),
        );
        expect(touched).toEqual([]);
        if (writes.some((call) => /^\/users\//.test(shownCall(call).path))) writing += 1;
      }),
      options,
    );
    // A law of playbooks that do nothing would say nothing. Of the random worlds a good part has nobody to act on: the playbook
    // that acts least, on one account that someone has approved, writes in 44 of 1,000.
    expect(writing).toBeGreaterThan(numRuns / 25);
  });

  test(`${subject.playbook}: holders of roles are touched only after approval`, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { result, people } = await ran({ ...world, approval: "reject" }, "enforce");
        const writes = result.calls.filter((call) => callKind(call) === "write");
        const holders = Object.entries(world.people).filter(
          ([, { roles = [], eligible = [] }]) => roles.length + eligible.length > 0,
        );
        const touched = holders.filter(([key]) =>
          writes.some((call) => !isWatch(call) && concerns(call, people.known.get(key)?.id ?? "-")),
        );
        expect(touched).toEqual([]);
      }),
      options,
    );
  });

  test(`${subject.playbook}: observing writes one comment and nothing else`, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { result, tenant, incident } = await ran({ ...world, faults: [] }, "observe");
        const writing = result.calls.filter((call) => !["read", "workflow"].includes(callKind(call)));
        const others = writing.filter((call) => !/\/comments\/[^/]+$/.test(shownCall(call).path));
        expect([others, incident?.comments.size, tenant.sent, writing.length]).toEqual([[], 1, [], 1]);
      }),
      options,
    );
  });

  test(`${subject.playbook}: what its identities are granted is what their calls need`, async () => {
    const needed = new Map<string, Set<string>>();
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { result, playbook } = await ran({ ...world, approval: "approve", manager: "Not expected" }, "enforce");
        for (const call of result.calls) {
          const workflow = playbook.workflows.find(({ id }) => id === (call.workflow ?? playbook.start.id));
          if (!workflow) throw new Error("every call has its workflow");
          const granted = new Set(workflow.grants.map(({ right }) => told(right)));
          const rights = rightsOf(recordedCallNeed(call, workflow)).map(told);
          expect(rights.filter((right) => !granted.has(right))).toEqual([]);
          needed.set(workflow.name, new Set([...(needed.get(workflow.name) ?? []), ...rights]));
        }
      }),
      options,
    );
    const { workflows } = compiledFor("enforce").playbook;
    const undo = workflows.filter(
      ({ name }) => name === `${subject.playbook}-undo` || name.startsWith(`${subject.playbook}-undo--`),
    );
    const own = workflows.filter((each) => !undo.includes(each));
    // The trigger itself needs to read; no call of a run shows that.
    const unused = own.flatMap(({ name, grants }) =>
      grants
        .filter(
          ({ right, neededBy }) =>
            !needed.get(name)?.has(told(right)) && neededBy.some((by) => !by.startsWith("Microsoft_Sentinel")),
        )
        .map(({ right }) => `${name}: ${told(right)}`),
    );
    expect(unused).toEqual([]);
  });
}

/** A watch locks nobody out, so the guard does not judge it. */
function isWatch(call: RecordedCall): boolean {
  return /\/watchlistItems\//i.test(shownCall(call).path);
}
