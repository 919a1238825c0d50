/** What was not done is never told as done, and what was done is told so: of any playbook, in any world. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { stepNamed } from "../../src/playbook/steps";
import { runner, type Subject, type World, worldsOf } from "./playbook-worlds";

type Ran = Awaited<ReturnType<ReturnType<typeof runner>["ran"]>>;

/** The law is about endings alone, so it takes no account of how the workflows come to them: it counts the answers of the children. */
export function endingLaw(subject: Subject, numRuns: number): void {
  const { ran } = runner(subject);
  const key = subject.undo ? `${subject.playbook}-undo` : subject.playbook;

  test(`${key}: what was not done is never told as done`, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(worldsOf(subject), fc.boolean(), async (any, isEasy) => {
        const world = isEasy ? easy(any) : any;
        const after = await ran(world, "enforce");
        const outcome = outcomeTag(after, key);
        const failed = after.result.calls.filter(({ statusCode = 0 }) => statusCode >= 400);
        const { status } = after.result;
        if (everythingDone(after, world, key)) {
          // A note or a question that failed is a failure of its own.
          if (failed.length === 0) expect([status, outcome]).toEqual(["Succeeded", "acted"]);
        } else {
          expect(["acted", "done"]).not.toContain(outcome);
          expect(status === "Failed" || outcome === "refused" || outcome === "handed-over").toBe(true);
          const couldNotWrite = failed.some(({ uri = "" }) => uri.includes("/tasks/"));
          expect(couldNotWrite || leftToPeople(after) > 0).toBe(true);
        }
        seen.add(`${status} ${outcome}`);
      }),
      { numRuns, seed: 4711 },
    );
    // A law of runs that all end alike would say little.
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });
}

/** One ordinary account and nobody who objects: of worlds that are random in all most end before anything is done. */
function easy(world: World): World {
  const { incident, people } = world;
  const ordinary = Object.fromEntries(Object.keys(people).map((name) => [name, { groups: [] }]));
  const entities = { ...incident.entities, Account: ["ann" as const] };
  return {
    ...world,
    people: ordinary,
    approval: "approve",
    manager: "Not expected",
    incident: { ...incident, entities, also: [] },
  };
}

/** How the run says that it ended; undefined where it could not. */
function outcomeTag({ incident }: Ran, key: string): string | undefined {
  const labels = (incident?.properties.labels ?? []) as readonly { readonly labelName: string }[];
  const found = labels.flatMap(({ labelName }) => new RegExp(`^picket:${key}:([a-z-]+)$`).exec(labelName)?.[1] ?? []);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}

/** Whether each child has answered 200 for each account, or address, of the incident; with nothing to act on, nothing was done. */
function everythingDone({ result, playbook }: Ran, { incident }: World, key: string): boolean {
  const accounts = new Set([
    ...incident.entities.Account,
    ...incident.also.flatMap(({ entities }) => entities.Account),
  ]);
  const addresses = new Set(incident.entities.IP);
  const children = playbook.workflows.filter(({ name }) => name.startsWith(`${key}--`));
  const answered = (id: string) =>
    new Set(
      result.calls
        .filter(
          ({ kind, path = "", statusCode }) => kind === "workflow" && path.startsWith(`${id}/`) && statusCode === 200,
        )
        .map(({ body }) => JSON.stringify(body)),
    ).size;
  const ways = children.map(({ name, id }) => {
    const isAddress = stepNamed(name.slice(`${key}--`.length))?.kind === "source";
    return { isAddress, done: answered(id), of: isAddress ? addresses.size : accounts.size };
  });
  const isAboutAccounts = ways.some(({ isAddress }) => !isAddress);
  return ways.every(({ done, of }) => done === of) && (isAboutAccounts ? accounts : addresses).size > 0;
}

/** Tasks that say what is left, and not those that are a step of the playbook. */
function leftToPeople({ incident }: Ran): number {
  const titles = [...(incident?.tasks.values() ?? [])].map(({ properties }) => String(properties.title));
  return titles.filter((title) => /: (look at |people have to take over)/.test(title)).length;
}
