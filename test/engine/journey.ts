/** Steps of one stack, one after the other: what is written, what `pulumi up` then does, and that the Plan had announced exactly that. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planChanges } from "../../src/operations/project";
import type { ChangeKind } from "../../src/plan";
import type { CliRun, Project } from "./stack";

export interface Step {
  readonly name: string;
  readonly write?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
  /** Names by what is done with them; nothing but this. */
  readonly changes: Readonly<Record<string, readonly string[]>>;
  readonly unchanged: number;
  /** Paths of inputs that differ, by name. */
  readonly differences?: Readonly<Record<string, readonly string[]>>;
  /** What else has to hold when it is done. */
  readonly after?: (project: Project, run: CliRun) => void | Promise<void>;
}

/** Each step is a test of its own; a step stands on those before it. */
export function journey(start: () => Promise<Project>, steps: readonly Step[]): void {
  let project: Project | undefined;
  for (const step of steps) {
    test(step.name, async () => {
      project ??= await start();
      const before = await project.exportState();
      project.write(step.write ?? {});
      for (const path of step.remove ?? []) project.remove(path);
      const announced = await announcedChanges(project, before);
      const run = await project.up();
      expect({ exitCode: run.exitCode, errors: run.errors }).toEqual({ exitCode: 0, errors: [] });
      expect({ changes: run.changes, unchanged: run.unchanged }).toEqual({
        changes: step.changes,
        unchanged: step.unchanged,
      });
      expect(announced).toEqual(step.changes);
      if (step.differences !== undefined) expect(run.differences).toEqual(step.differences);
      await step.after?.(project, run);
    });
  }
}

/** As `picket plan --against` tells it, in the engine's words. */
export async function announcedChanges(
  project: Project,
  state: string,
  tenant = "contoso",
): Promise<Readonly<Record<string, readonly string[]>>> {
  const against = ".before.json";
  writeFileSync(join(project.folder, against), state);
  const now = new Date().toISOString();
  const { plan, changes } = await planChanges({ folder: project.folder, tenant, now, against, cache: false });
  expect(plan?.tenant).toBe(tenant);
  const words = [...new Set(changes.map(({ change }) => change))];
  return Object.fromEntries(
    words.map((word) => [
      ENGINE_WORDS[word],
      changes
        .filter(({ change }) => change === word)
        .map(({ name }) => name)
        .sort(),
    ]),
  );
}

const ENGINE_WORDS: Readonly<Record<ChangeKind, string>> = {
  added: "create",
  adopted: "import",
  changed: "update",
  deleted: "delete",
  replaced: "replace",
};
