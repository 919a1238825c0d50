/** What the tests of a project cover: each rule, hunt and function with its cases, and ATT&CK techniques where a test shows them. */

import { techniques } from "../azure";
import { compareTexts } from "../diagnostics";
import type { Document, DocumentOf } from "../documents";

export interface Coverage {
  readonly documents: readonly CoveredDocument[];
  readonly techniques: readonly CoveredTechnique[];
}

export type Verdict = "tested" | "only positive" | "only negative" | "untested";

export interface CoveredDocument {
  readonly key: string;
  /** What people call it. */
  readonly title: string;
  /** Whether the key is an id, which says nothing to people. */
  readonly isPasted: boolean;
  readonly kind: "Scheduled" | "NRT" | "HuntingQuery" | "Function";
  readonly path: string;
  /** Cases in which something has to come out, and those in which nothing may. */
  readonly positive: number;
  readonly negative: number;
  readonly verdict: Verdict;
  readonly techniques: readonly string[];
}

/** A technique that rules or hunts name. It is covered where one of them has a positive case; a claim alone covers nothing. */
export interface CoveredTechnique {
  readonly id: string;
  readonly tactics: readonly string[];
  readonly shownBy: readonly string[];
  readonly onlyClaimedBy: readonly string[];
}

export function testCoverage(documents: readonly Document[]): Coverage {
  const tests = documents.flatMap((each) => (each.kind === "DetectionTest" ? [each] : []));
  const covered = documents
    .flatMap((each) => coveredDocument(each, tests) ?? [])
    .sort((left, right) => compareTexts(left.key, right.key));
  return { documents: covered, techniques: coveredTechniques(covered) };
}

type Test = DocumentOf<"DetectionTest">;
type Expect = Test["body"]["cases"][number]["expect"];

function coveredDocument(document: Document, tests: readonly Test[]): CoveredDocument | undefined {
  const { kind, key, place } = document;
  if (kind !== "Scheduled" && kind !== "NRT" && kind !== "HuntingQuery" && kind !== "Function") return undefined;
  const own = tests.filter(({ body }) => {
    if (kind === "Function") return /^\s*(\w+)/.exec(body.function ?? "")?.[1] === document.body.name;
    return (kind === "HuntingQuery" ? body.hunt : body.rule) === key;
  });
  const expected = own.flatMap(({ body }) => body.cases.map(({ expect }) => expect));
  const positive = expected.filter(isPositive).length;
  const negative = expected.length - positive;
  return {
    key,
    title: document.body.name,
    isPasted: document.body.key === undefined,
    kind,
    path: place.path,
    positive,
    negative,
    verdict: verdictOf(positive, negative),
    techniques: kind === "Function" ? [] : (document.body.relevantTechniques ?? []),
  };
}

/** A number above none, or a list that is not empty. */
function isPositive({ alerts, incidents, rows }: Expect): boolean {
  return [alerts, incidents, rows].some((each) => (typeof each === "object" ? each.length > 0 : (each ?? 0) > 0));
}

function verdictOf(positive: number, negative: number): Verdict {
  if (positive > 0) return negative > 0 ? "tested" : "only positive";
  return negative > 0 ? "only negative" : "untested";
}

function coveredTechniques(documents: readonly CoveredDocument[]): readonly CoveredTechnique[] {
  const ids = [...new Set(documents.flatMap((each) => each.techniques))].sort(compareTexts);
  return ids.map((id) => {
    const claiming = documents.filter((each) => each.techniques.includes(id));
    const keys = (isShown: boolean) =>
      claiming.filter(({ positive }) => positive > 0 === isShown).map(({ key }) => key);
    return { id, tactics: techniques().get(id)?.tactics ?? [], shownBy: keys(true), onlyClaimedBy: keys(false) };
  });
}
