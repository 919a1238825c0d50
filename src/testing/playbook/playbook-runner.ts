/** Cases of a PlaybookTest: each runs the playbook on a tenant of its own. */

import type { TenantDocument } from "../../compiler";
import { type Diagnostic, finding, hasErrors } from "../../diagnostics";
import { pointerStep } from "../../documents";
import { type RunResult, unansweredCall } from "../../playbook/run";
import { type Fault, faultPlan, type ShownCall, type Tenant } from "../../tenant";
import { playbookTestInfo } from "../checks/playbook-checks";
import type { CaseOutcome, TestRunner } from "../test-case";
import { caseAnswers } from "./case-answers";
import { caseAutomation } from "./case-automation";
import { type CallPattern, callPattern, faultOf } from "./case-calls";
import { differencesOf, type Stated } from "./case-differences";
import { type Started, startCase } from "./case-incident";
import { casePeople, type People, withKeys } from "./case-people";
import { type CasePlaybook, casePlaybook } from "./case-playbook";
import { caseQueries } from "./case-queries";
import { type Leaf, readyPlaybook } from "./case-run";
import { caseStubs, repeatedStubs, unknownStubs } from "./case-stubs";
import { caseTenant } from "./case-tenant";
import { leafValue, secretValue, seededTenant } from "./case-tenant-seed";
import { caseWatchlists } from "./case-watchlists";
import { beforeRun, type Evidence, evidenceOf } from "./evidence";
import { type PlaybookFrame, playbookFrames } from "./playbook-frame";
import { playbookReferences } from "./playbook-references";
import { runTree } from "./run-tree";

export const playbookRunner: TestRunner<"PlaybookTest"> = {
  isAbout: ({ body }, documents) => documents.some(({ kind, key }) => kind === "Playbook" && key === body.playbook),
  references: playbookReferences,
  cases: (test, documents, context) =>
    playbookFrames(test, documents, context).map((frame) => ({
      subject: test.body.playbook,
      name: frame.body.name,
      at: frame.at("/name"),
      run: async () => (await runCase(frame)).outcome,
    })),
};

/** A case that ran: what came of it, and what happened on the way. */
export interface RanCase {
  readonly outcome: CaseOutcome;
  readonly results: readonly RunResult[];
  readonly playbook?: CasePlaybook;
  readonly tenant?: Tenant;
}

function failed(diagnostics: readonly Diagnostic[]): RanCase {
  return { outcome: { differences: [], diagnostics }, results: [] };
}

/** Everything that a case is made of, ready to run. */
interface Prepared {
  readonly playbook: CasePlaybook;
  readonly people: People;
  readonly document: TenantDocument;
  readonly tenant: Tenant;
  readonly started: Started;
  readonly stated: Stated;
  readonly faults: readonly CountedFault[];
}

export async function runCase(frame: PlaybookFrame): Promise<RanCase> {
  const prepared = prepare(frame);
  if (!("playbook" in prepared)) return failed(prepared.diagnostics);
  const { playbook, people, document, tenant, started, stated, faults } = prepared;
  const diagnostics: Diagnostic[] = [];
  const world = {
    tenant,
    approval: caseAnswers(frame.body.answers, people),
    query: caseQueries({ frame, document, tenant, diagnostics }),
    faults: faultPlan(faults.map(({ fault }) => fault)),
  };
  const stubs = caseStubs(frame);
  const automation = caseAutomation({ frame, document, incident: started.incident, diagnostics });
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const before = beforeRun(tenant, started.incident);
  const results: RunResult[] = [];
  const leafOf = (leaf: Leaf) => leafValue(leaf, people);
  const run = readyPlaybook(playbook, { leafOf, without: frame.body.without ?? [] });
  for (let now = frame.now; results.length < (frame.body.repeat ?? 1); ) {
    const triggerBody = results.length === 0 ? started.triggerBody : started.again();
    const answer = await run({ triggerBody, world, now, behind: stubs.behind });
    if (!("result" in answer)) return failed(answer.diagnostics.map((each) => refusal(frame, each)));
    results.push(answer.result);
    now += answer.result.milliseconds + RUN_GAP_MILLISECONDS;
  }
  const evidence = evidenceOf(tenant, started.incident, { before, people });
  const breakGlass = document.body.breakGlass?.group;
  const differences = differencesOf(stated, { results, evidence, tenant, people, breakGlass, automation });
  const found = [
    ...unusedFaults(frame, faults),
    ...stubs.unused(),
    ...secretsShown(frame, { evidence, tenant, playbook }),
  ];
  const details =
    differences.length > 0 || hasErrors(found)
      ? results.flatMap((each) => runTree(each, { ...playbook, shown: (text) => withKeys(text, people) }))
      : undefined;
  return { outcome: { differences, diagnostics: found, ...(details ? { details } : {}) }, results, playbook, tenant };
}

/** Between runs of a repeated case. */
const RUN_GAP_MILLISECONDS = 60_000;

function prepare(frame: PlaybookFrame): Prepared | { readonly diagnostics: readonly Diagnostic[] } {
  const tenantDocument = caseTenant(frame);
  if (!tenantDocument.value) return tenantDocument;
  const document = tenantDocument.value;
  const people = casePeople(frame.test, frame.documents, document.body.breakGlass?.group);
  const playbook = casePlaybook(frame, document);
  const diagnostics: Diagnostic[] = [...people.diagnostics, ...playbook.diagnostics];
  if (!playbook.value || hasErrors(diagnostics)) return { diagnostics };
  diagnostics.push(...unknownStubs(frame, playbook.value), ...repeatedStubs(frame));
  const stated = statedOf(frame, people.value, diagnostics);
  const faults = faultsOf(frame, people.value, diagnostics);
  const watchlists = caseWatchlists(frame, document);
  const tenant = seededTenant({ test: frame.test, people: people.value, document, watchlists });
  const started = startCase({ frame, people: people.value, document, tenant, diagnostics }, playbook.value);
  if (!started || hasErrors(diagnostics)) return { diagnostics };
  return { playbook: playbook.value, people: people.value, document, tenant, started, stated, faults };
}

function statedOf({ body, at }: PlaybookFrame, people: People, diagnostics: Diagnostic[]): Stated {
  const { expect: expected = {}, never = [] } = body;
  if (Object.keys(expected).length === 0 && never.length === 0)
    diagnostics.push(
      finding(playbookTestInfo.expectsNothing, { message: "the case expects nothing", at: at("/name") }),
    );
  const patterns = (list: typeof never, pointer: string) =>
    list.flatMap((given, index): readonly CallPattern[] => {
      const pattern = callPattern(given, people, at(`${pointer}/${index}`));
      if ("fits" in pattern) return [pattern];
      diagnostics.push(pattern);
      return [];
    });
  for (const key of Object.keys(expected.people ?? {})) {
    if (people.known.has(key)) continue;
    const where = at(`/expect/people${pointerStep(key)}`, "key");
    diagnostics.push(finding(playbookTestInfo.unknownName, { message: `nobody has the key \`${key}\``, at: where }));
  }
  return {
    expected,
    writes: expected.writes && patterns(expected.writes, "/expect/writes"),
    never: patterns(never, "/never"),
  };
}

/** Counts the calls that it meets. */
interface CountedFault {
  readonly text: string;
  readonly fault: Fault;
  readonly met: () => number;
}

function faultsOf({ body, at }: PlaybookFrame, people: People, diagnostics: Diagnostic[]): readonly CountedFault[] {
  return Object.entries(body.faults ?? {}).flatMap(([text, statuses]) => {
    const fault = faultOf(text, statuses, { people, at: at(`/faults${pointerStep(text)}`, "key") });
    if (!("fits" in fault)) {
      diagnostics.push(fault);
      return [];
    }
    let met = 0;
    const fits = (call: ShownCall) => {
      const isMet = fault.fits(call);
      if (isMet) met += 1;
      return isMet;
    };
    return [{ text, fault: { ...fault, fits }, met: () => met }];
  });
}

function unusedFaults({ at }: PlaybookFrame, faults: readonly CountedFault[]): readonly Diagnostic[] {
  return faults
    .filter(({ met }) => met() === 0)
    .map(({ text }) => {
      const message = `the playbook never calls \`${text}\``;
      return finding(playbookTestInfo.unusedFault, { message, at: at(`/faults${pointerStep(text)}`, "key") });
    });
}

/** The run itself says what it met; here it is told where the case stands. */
function refusal({ at }: PlaybookFrame, { code, message, action }: Diagnostic): Diagnostic {
  const told = action === undefined || message.includes(`\`${action}\``) ? message : `\`${action}\`: ${message}`;
  const help = code === unansweredCall.code ? `prepare its answer: stubs: { ${action}: { body: ... } }` : undefined;
  return finding(playbookTestInfo.notRun, { message: told, at: at("/name"), ...(help ? { help } : {}) });
}

interface Shown {
  readonly evidence: Evidence;
  readonly tenant: Tenant;
  readonly playbook: CasePlaybook;
}

function secretsShown({ at }: PlaybookFrame, { evidence, tenant, playbook }: Shown): readonly Diagnostic[] {
  const parameters = playbook.workflows.map((each) => JSON.stringify(each.parameters)).join();
  const names = [...parameters.matchAll(/"picket:secret":"([^"]+)"/g)].map(([, name = ""]) => name);
  const secrets = [
    ...names.map((name) => [`the secret \`${name}\``, secretValue(name)] as const),
    ...[...tenant.directory.users.values()].flatMap(({ password, properties }) =>
      password === undefined
        ? []
        : [[`the new password of ${String(properties.userPrincipalName)}`, password] as const],
    ),
  ];
  return secrets
    .filter(([, value]) => evidence.shown.some((text) => text.includes(value)))
    .map(([what]) => finding(playbookTestInfo.secretShown, { message: `${what} is shown to people`, at: at("/name") }));
}
