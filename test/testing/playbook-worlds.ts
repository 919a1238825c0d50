/** Any directory, any incident and any faults, and how a playbook runs in them. */

import fc from "fast-check";
import { sourceText, span } from "../../src/diagnostics";
import type { Document, DocumentPlace } from "../../src/documents";
import { faultPlan } from "../../src/tenant";
import { caseAnswers } from "../../src/testing/playbook/case-answers";
import { startCase } from "../../src/testing/playbook/case-incident";
import { casePeople } from "../../src/testing/playbook/case-people";
import { type CasePlaybook, casePlaybook } from "../../src/testing/playbook/case-playbook";
import { readyPlaybook } from "../../src/testing/playbook/case-run";
import { caseTenant } from "../../src/testing/playbook/case-tenant";
import { leafValue, seededTenant } from "../../src/testing/playbook/case-tenant-seed";
import { madeId } from "../../src/testing/playbook/made-id";
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
  /** Whether its undo is meant. */
  readonly undo?: boolean;
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

const ADDRESSES = ["203.0.113.9", "2001:db8::9"];
/** Steps that an undo takes back, by what they are about. */
const UNDOABLE = {
  accounts: ["mark-compromised", "disable-user", "require-mfa", "monitor-further"],
  sources: ["block-source"],
} as const;

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

export function worldsOf({ groups }: Subject) {
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
    entities: fc.record({ Account: accounts, IP: fc.subarray(ADDRESSES) }),
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
    /** Of whom and of what the incident remembers that every step was done, for the undo. */
    remembered: fc.record({ accounts: fc.subarray([...NAMES]), sources: fc.subarray(ADDRESSES) }),
    /** Statuses of the calls in their order; reads and writes alike. */
    faults: fc.array(fc.oneof({ weight: 8, arbitrary: fc.constant(200) }, status), { maxLength: 40 }),
    now: fc.integer({ min: 0, max: 3_600_000 }).map((each) => Date.parse("2026-01-15T12:00:00Z") + each),
  });
}

export type World = ReturnType<typeof worldsOf> extends fc.Arbitrary<infer Value> ? Value : never;

interface Ready {
  readonly playbook: CasePlaybook;
  readonly run: ReturnType<typeof readyPlaybook>;
}

/** Compiles the playbook once for each stage, and runs it in any world. */
export function runner(subject: Subject) {
  const frameOf = (body: Partial<PlaybookCase>, stage: Stage, people: World["people"]): PlaybookFrame => {
    const test = {
      kind: "PlaybookTest",
      key: "laws",
      body: {
        playbook: subject.playbook,
        ...(subject.undo ? { undo: true } : {}),
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
    const tags = [...world.incident.tags, ...(subject.undo ? memories(subject.playbook, world.remembered) : [])];
    const incident = { ...world.incident, tags, rule: rule ?? "" };
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

function memories(playbook: string, { accounts, sources }: World["remembered"]): readonly string[] {
  const ids = accounts.map((name) => madeId("person", name).toLowerCase());
  return [
    ...UNDOABLE.accounts.flatMap((step) => ids.map((id) => `picket:${playbook}:${step}:${id}`)),
    ...UNDOABLE.sources.flatMap((step) => sources.map((address) => `picket:${playbook}:${step}:${address}`)),
  ];
}
