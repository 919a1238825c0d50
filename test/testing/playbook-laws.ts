/** What holds for any directory and any incident: run with few cases in every test run, with many in the deep one. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { sourceText, span } from "../../src/diagnostics";
import type { Document, DocumentPlace } from "../../src/documents";
import { type Need, type Right, recordedCallNeed } from "../../src/playbook/check";
import type { RecordedCall } from "../../src/playbook/run";
import { faultPlan, shownCall } from "../../src/tenant";
import { callKind } from "../../src/testing/playbook/call-kind";
import { caseAnswers } from "../../src/testing/playbook/case-answers";
import { startCase } from "../../src/testing/playbook/case-incident";
import { casePeople } from "../../src/testing/playbook/case-people";
import { type CasePlaybook, casePlaybook } from "../../src/testing/playbook/case-playbook";
import { readyPlaybook } from "../../src/testing/playbook/case-run";
import { caseTenant } from "../../src/testing/playbook/case-tenant";
import { leafValue, seededTenant } from "../../src/testing/playbook/case-tenant-seed";
import {
  type PlaybookCase,
  type PlaybookFrame,
  type PlaybookTest,
  playbookFrames,
} from "../../src/testing/playbook/playbook-frame";

/** A playbook under law, with what its incidents can be. */
export interface Subject {
  readonly documents: readonly Document[];
  readonly playbook: string;
  readonly groups: readonly string[];
  /** The group whose members are never acted on. */
  readonly exempt?: string;
  readonly watchlist: string;
  readonly locations: Readonly<Record<string, readonly string[]>>;
}

type Stage = "observe" | "enforce";

const PLACE: DocumentPlace = {
  path: "laws.yaml",
  line: 1,
  at: () => span(sourceText("laws.yaml", ""), 0, 0),
  within: () => span(sourceText("laws.yaml", ""), 0, 0),
};

const ROLES = ["Helpdesk Administrator", "Global Reader", "User Administrator"];
const NAMES = ["ann", "bob", "cat", "dan"] as const;

const person = fc.record(
  {
    upn: fc.constantFrom(
      "a.b@contoso.example",
      "svc-sync@contoso.example",
      "Mixed.Case@Contoso.Example",
      "o'neil@contoso.example",
    ),
    exists: fc.boolean(),
    enabled: fc.boolean(),
    breakGlass: fc.boolean(),
    guest: fc.boolean(),
    synchronized: fc.boolean(),
    roles: fc.subarray(ROLES, { maxLength: 1 }),
    eligible: fc.subarray(ROLES, { maxLength: 1 }),
    methods: fc.subarray(["phone", "fido2", "microsoftAuthenticator"]),
  },
  { requiredKeys: [] },
);

function worldsOf({ groups }: Subject) {
  const people = fc.record(
    Object.fromEntries(
      NAMES.map((name) => [
        name,
        fc.tuple(person, fc.subarray([...groups])).map(([each, own]) => ({ ...each, groups: own })),
      ]),
    ),
  );
  const accounts = fc.array(fc.constantFrom(...NAMES), { maxLength: 4 });
  const incident = fc.record({
    entities: fc.record({ Account: accounts, IP: fc.subarray(["203.0.113.9", "2001:db8::9"]) }),
    tags: fc.subarray(["picket:other", "VIP"]),
    also: fc.array(
      fc.record({
        rule: fc.constant("83ba3057-9ea3-4759-bf6a-933f2e5bc7ee"),
        entities: fc.record({ Account: accounts }),
      }),
      { maxLength: 1 },
    ),
  });
  const status = fc.constantFrom(200, 403, 404, 409, 429, 500);
  return fc.record({
    people,
    incident,
    approval: fc.constantFrom("approve", "reject", "none"),
    manager: fc.constantFrom("Expected", "Not expected", "none"),
    /** Statuses of the calls in their order; reads and writes alike. */
    faults: fc.array(fc.oneof({ weight: 8, arbitrary: fc.constant(200) }, status), { maxLength: 40 }),
    now: fc.integer({ min: 0, max: 3_600_000 }).map((each) => Date.parse("2026-01-15T12:00:00Z") + each),
  });
}

type World = ReturnType<typeof worldsOf> extends fc.Arbitrary<infer Value> ? Value : never;

interface Ready {
  readonly playbook: CasePlaybook;
  readonly run: ReturnType<typeof readyPlaybook>;
}

/** Compiles the playbook once for each stage, and runs it in any world. */
function runner(subject: Subject) {
  const frameOf = (body: Partial<PlaybookCase>, stage: Stage, people: World["people"]): PlaybookFrame => {
    const test = {
      kind: "PlaybookTest",
      key: "laws",
      body: {
        playbook: subject.playbook,
        people,
        locations: subject.locations,
        cases: [{ name: "law", stage, ...body }],
      },
      place: PLACE,
    } as unknown as PlaybookTest;
    const context = {
      now: "2026-01-01T00:00:00Z",
      purpose: "check",
      beside: () => undefined,
      bound: () => undefined,
      elapsedSeconds: () => 0,
    } as const;
    const [frame] = playbookFrames(test, subject.documents, context);
    if (!frame) throw new Error("a test has a case");
    return frame;
  };
  const compiled = new Map<Stage, Ready>();
  const compiledFor = (stage: Stage): Ready => {
    const known = compiled.get(stage);
    if (known) return known;
    const frame = frameOf({}, stage, {});
    const tenant = caseTenant(frame).value;
    const playbook = tenant && casePlaybook(frame, tenant);
    if (!playbook?.value) throw new Error(playbook?.diagnostics.map(({ message }) => message).join("\n"));
    // Ids of groups are made from their keys, so they are the same in every world.
    const groups = casePeople(frame.test, subject.documents, undefined).value;
    const run = readyPlaybook(playbook.value, { leafOf: (leaf) => leafValue(leaf, groups), without: [] });
    const ready = { playbook: playbook.value, run };
    compiled.set(stage, ready);
    return ready;
  };
  const ran = async (world: World, stage: Stage) => {
    const { playbook, run } = compiledFor(stage);
    // By its id: compiling the rule in every world would cost more than the run.
    const [rule] = (playbook.start.parameters.rules?.value ?? []) as readonly string[];
    const incident = { ...world.incident, rule: rule ?? "" };
    const answers = { approval: world.approval, manager: world.manager };
    const frame = frameOf({ incident, answers }, stage, world.people);
    const document = caseTenant(frame).value;
    if (!document) throw new Error("any tenant will do");
    const people = casePeople(frame.test, subject.documents, document.body.breakGlass?.group).value;
    const watchlists = [{ alias: subject.watchlist, searchKey: "UserId", rows: [] }];
    const tenant = seededTenant({ test: frame.test, people, document, watchlists });
    const started = startCase({ frame, people, document, tenant, diagnostics: [] }, playbook);
    if (!started) throw new Error("the incident starts it");
    let count = 0;
    const faults = faultPlan([{ fits: () => true, statuses: world.faults }]);
    const answer = await run({
      triggerBody: started.triggerBody,
      now: world.now,
      world: {
        tenant,
        approval: caseAnswers(frame.body.answers, people),
        // Whether an address is our own egress is asked first: now it is, now not.
        query: () => {
          count += 1;
          return { columns: [{ name: "Count", type: "long" }], rows: [[count % 2, 0, 0, 0, null]] };
        },
        faults,
      },
    });
    if (!("result" in answer)) throw new Error(answer.diagnostics.map(({ message }) => message).join("\n"));
    return { result: answer.result, people, tenant, playbook, incident: started.incident };
  };
  return { ran, compiledFor };
}

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
