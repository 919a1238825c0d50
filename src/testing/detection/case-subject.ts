/** What a test is about: a rule, a hunt, or the call of a function. */

import type { Diagnostic, Parsed } from "../../diagnostics";
import type { Document, DocumentOf } from "../../documents";
import { unknownName } from "../named-document";
import { badTest, type CaseFrame, type DetectionTest } from "./case-frame";

export type Subject =
  | {
      readonly kind: "rule" | "hunt";
      readonly document: Extract<Document, { readonly kind: "Scheduled" | "NRT" | "HuntingQuery" }>;
    }
  | { readonly kind: "function"; readonly document: DocumentOf<"Function">; readonly call: string };

const KEYS = ["rule", "hunt", "function"] as const;

/** The subject as the test names it. */
export function subjectName({ body }: DetectionTest): string {
  return body.rule ?? body.hunt ?? body.function ?? "";
}

/** The name of a rule that is told by its id alone. */
export function subjectTitle(test: DetectionTest, documents: readonly Document[]): string | undefined {
  const document = caseSubject({ test, documents }).value?.document;
  return document && document.body.key === undefined ? document.body.name : undefined;
}

export function caseSubject({ test, documents }: Pick<CaseFrame, "test" | "documents">): Parsed<Subject | undefined> {
  const { body, place } = test;
  const refused = (...found: Diagnostic[]) => ({ value: undefined, diagnostics: found });
  const [key, second] = KEYS.filter((each) => body[each] !== undefined);
  if (!key) return refused(badTest("the test names no `rule`, `hunt` or `function`", place.at("")));
  if (second)
    return refused(badTest(`a test has one subject, not a ${key} and a ${second}`, place.at(`/${second}`, "key")));
  const wanted = body[key] ?? "";
  const name = key === "function" ? (/^\s*(\w+)\s*\(/.exec(wanted)?.[1] ?? "") : wanted;
  if (name === "") return refused(badTest(`\`${wanted}\` is no call, expected "Name(1h)"`, place.at("/function")));
  const candidates = documents.filter(({ kind }) => SUBJECT_KINDS[key].includes(kind));
  const nameOf = (each: (typeof candidates)[number]) => (each.kind === "Function" ? each.body.name : each.key);
  const document = candidates.find((each) => nameOf(each) === name);
  if (!document) {
    const { message, help } = unknownName(
      name,
      `${key} has the ${key === "function" ? "name" : "key"}`,
      candidates.map(nameOf),
    );
    return refused(badTest(message, place.at(`/${key}`), help));
  }
  return {
    value: { kind: key, document, ...(key === "function" ? { call: wanted } : {}) } as Subject,
    diagnostics: [],
  };
}

const SUBJECT_KINDS: Readonly<Record<(typeof KEYS)[number], readonly string[]>> = {
  rule: ["Scheduled", "NRT"],
  hunt: ["HuntingQuery"],
  function: ["Function"],
};
