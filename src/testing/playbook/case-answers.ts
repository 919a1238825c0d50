/** What people answer in a case: approvers, and managers who are asked whether something was expected. */

import { parseDuration } from "../../documents";
import type { ApprovalAnswer } from "../../tenant";
import type { People } from "./case-people";
import type { PlaybookCase } from "./playbook-frame";

type Answers = NonNullable<PlaybookCase["answers"]>;
interface OneAnswer {
  readonly answer: string;
  readonly by?: string;
  readonly after?: string;
}

/** How long people take where a test does not say. */
const USUAL_MILLISECONDS = 60_000;

/** Whoever is shown "Approve" is an approver; any other question goes to a manager. */
export function caseAnswers(answers: Answers | undefined, people: People): ApprovalAnswer {
  const left = { approval: queueOf(answers?.approval), manager: queueOf(answers?.manager) };
  return ({ options, to }) => {
    const isApproval = options.some((option) => /^approve/i.test(option));
    const next = left[isApproval ? "approval" : "manager"]();
    if (!next || next.answer.toLowerCase() === "none") return undefined;
    const by = next.by === undefined ? (to[0] ?? "") : (people.known.get(next.by)?.upn ?? next.by);
    const seconds = next.after === undefined ? undefined : parseDuration(next.after)?.seconds;
    const milliseconds = seconds === undefined ? USUAL_MILLISECONDS : seconds * 1000;
    return { option: optionFor(next.answer, options), by, milliseconds };
  };
}

/** A list is used up answer by answer; a single one answers all. */
function queueOf(given: Answers["approval"]): () => OneAnswer | undefined {
  if (Array.isArray(given)) {
    let index = 0;
    return () => {
      const answer = given[index];
      index += 1;
      return answer === undefined ? undefined : { answer };
    };
  }
  const single = typeof given === "string" ? { answer: given } : (given as OneAnswer | undefined);
  return () => single;
}

/** `approve` and `reject` are the first and the second option where none is called so. */
function optionFor(answer: string, options: readonly string[]): string {
  const wanted = answer.toLowerCase();
  const same = options.find((option) => option.toLowerCase() === wanted);
  if (same !== undefined) return same;
  const [first = answer, second = answer] = options;
  return wanted === "approve" ? first : wanted === "reject" ? second : answer;
}
