/** A first test: it stands beside what it tests, and has the tables, the trigger or the tenant of that. */

import { posix } from "node:path";
import { type CompileContext, compileFor } from "../compiler";
import { didYouMean, type Parsed, sourceText } from "../diagnostics";
import { type Document, kinds, readDocuments, scaffoldText } from "../documents";
import { anyTenant, firstTest, isTest, runTests, type Testable, type TestKind } from "../testing";
import { bindHere } from "./bind-here";
import { cantStart } from "./checks/no-new-document";

export interface NewTest {
  /** Where it may go, the best place first. */
  readonly paths: readonly string[];
  readonly text: string;
}

export interface NewTestRequest {
  readonly kind: TestKind;
  /** Key of what is tested; of an AccessTest, of its tenant or of its own. */
  readonly key: string;
  readonly documents: readonly Document[];
  readonly context: CompileContext;
}

export async function newTest(request: NewTestRequest): Promise<Parsed<NewTest | undefined>> {
  if (request.kind === "AccessTest") return newAccessTest(request);
  const { kind, key, documents, context } = request;
  const names = TESTED[kind];
  const candidates = documents.filter(({ kind: each }) => names.includes(each));
  const subject = candidates.find((each) => each.key === key);
  if (!subject) {
    const [first = ""] = names;
    const near = didYouMean(
      key,
      candidates.map((each) => each.key),
    );
    const help = near ?? `start it with \`npm run picket -- new ${first} ${key}\`, or name one that is there`;
    return cantStart(`no ${WORDS[kind]} has the key \`${key}\`: there is nothing to test`, help);
  }
  const path = subject.place.path.replace(/\.ya?ml$/i, "");
  const paths = [`${path}.test.yaml`, posix.join(posix.dirname(path), `${key}.test.yaml`)];
  const text =
    kind === "PlaybookTest"
      ? playbookTest(subject, documents, context)
      : await detectionTest(subject as Testable, documents, context);
  return { value: { paths, text }, diagnostics: [] };
}

/** What each kind of test is about; the first is the one that is mostly meant. */
const TESTED: Readonly<Record<"DetectionTest" | "PlaybookTest", readonly Document["kind"][]>> = {
  DetectionTest: ["Scheduled", "NRT", "HuntingQuery", "Function"],
  PlaybookTest: ["Playbook"],
};

const WORDS = { DetectionTest: "rule, hunt or function", PlaybookTest: "playbook" } as const;

/** What comes out where nothing has happened is seen by running it: some rules alert on silence. */
async function detectionTest(subject: Testable, documents: readonly Document[], context: CompileContext) {
  const text = firstTest(subject, documents, { context, outcome: 0 });
  const tests = readDocuments(sourceText("new.test.yaml", text)).value.filter(isTest);
  const [result] = await runTests(tests, documents, { ...context, bound: bindHere(), elapsedSeconds: () => 0 });
  const actual = result?.differences[0]?.actual;
  const outcome = Array.isArray(actual) ? actual.length : actual;
  return typeof outcome === "number" ? firstTest(subject, documents, { context, outcome }) : text;
}

/** An incident of a rule that the playbook is for, or of one from elsewhere. */
function playbookTest(subject: Document, documents: readonly Document[], context: CompileContext): string {
  const compiled = compileFor(subject, anyTenant(subject.place), documents, context);
  const trigger = compiled?.value.playbook?.trigger;
  const rules = documents.filter(({ kind }) => kind === "Scheduled" || kind === "NRT").map(({ key }) => key);
  const own = subject.kind === "Playbook" ? subject.body.accounts?.of?.[0] : undefined;
  const rule = own ?? rules[0];
  return scaffolded("PlaybookTest", subject.key, {
    rule,
    starts: trigger === "alert" || trigger === "entity" ? trigger : "incident",
  });
}

function newAccessTest({ key, documents }: NewTestRequest): Parsed<NewTest | undefined> {
  const tenants = documents.filter((each) => each.kind === "Tenant" && each.body.tenantId !== undefined);
  const tenant = tenants.find((each) => each.key === key) ?? tenants[0];
  if (!tenant)
    return cantStart(
      "there is no tenant whose policies a test could be about",
      "start one with `npm run picket -- new Tenant contoso`",
    );
  const text = scaffolded("AccessTest", key, { tenant: tenant.key });
  return { value: { paths: [`rules/${key}/access.test.yaml`], text }, diagnostics: [] };
}

function scaffolded(kind: TestKind, key: string, project: Parameters<typeof scaffoldText>[2]): string {
  const scaffold = kinds.find((each) => each.kind === kind)?.scaffold;
  return scaffold ? scaffoldText(scaffold, key, project) : "";
}
