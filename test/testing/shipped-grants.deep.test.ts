/** Over all tests of the shipped playbooks: the rights of each identity are exactly those that its calls needed. */

import { join } from "node:path";
import { expect, test } from "vitest";
import type { CompiledWorkflow } from "../../src/compiler";
import { bind } from "../../src/kql/check";
import { type Right, recordedCallNeed } from "../../src/playbook/check";
import { besideOnDisk, readProject } from "../../src/repository";
import { playbookFrames } from "../../src/testing/playbook/playbook-frame";
import { runCase } from "../../src/testing/playbook/playbook-runner";

const root = join(__dirname, "../..");

const nameOf = (right: Right) => (right.kind === "azure" ? right.role : right.value);

/** Needs of triggers stand in no call: the subscription is made when the workflow is deployed. */
const OF_TRIGGERS: readonly string[] = ["Microsoft Sentinel Reader"];

test("grants equal the calls made", async () => {
  const { documents } = readProject(root);
  const context = {
    now: "2026-01-15T12:00:00Z",
    purpose: "check",
    beside: besideOnDisk(root),
    bound: bind,
    elapsedSeconds: () => 0,
  } as const;
  const used = new Map<string, Set<string>>();
  const granted = new Map<string, readonly string[]>();
  for (const document of documents) {
    if (document.kind !== "PlaybookTest") continue;
    for (const frame of playbookFrames(document, documents, context)) {
      if ((frame.body.stage ?? "enforce") !== "enforce") continue;
      const { results, playbook } = await runCase(frame);
      const workflows = playbook?.workflows ?? [];
      for (const { calls } of results) {
        for (const call of calls) {
          const own = workflows.find(({ id }) => id === call.workflow) ?? (call.workflow ? undefined : playbook?.start);
          if (!own) continue;
          note(own, used, rightsOf(call, own));
        }
      }
      for (const each of workflows) granted.set(each.name, each.grants.map(({ right }) => nameOf(right)).sort());
    }
  }
  const called = [...granted].map(([name, rights]) => {
    const own = new Set(used.get(name));
    for (const each of OF_TRIGGERS) if (rights.includes(each)) own.add(each);
    return [name, [...own].sort()] as const;
  });
  expect(called.length).toBeGreaterThan(15);
  expect(new Map(called)).toEqual(granted);
});

function note({ name }: CompiledWorkflow, used: Map<string, Set<string>>, rights: readonly string[]): void {
  const known = used.get(name) ?? new Set();
  for (const right of rights) known.add(right);
  used.set(name, known);
}

function rightsOf(call: Parameters<typeof recordedCallNeed>[0], { definition, parameters }: CompiledWorkflow) {
  const need = recordedCallNeed(call, { definition, parameters });
  return need.kind === "rights" ? need.rights.map(nameOf) : [];
}
