/** Whom a claim is about, as a formula. */

import { type Diagnostic, didYouMeanValue, finding } from "../../diagnostics";
import { requestChecks } from "../checks/request";
import { hasRole, isExternal, isFromElsewhere, isInGroup, isUser, isUserIn } from "../conditions/identity";
import { all, type Formula, not } from "../model/formula";
import type { World } from "../model/world";
import type { Question } from "../shapes/question";
import type { BreakGlass } from "./break-glass";

export interface Subjects {
  readonly formula: Formula;
  /** Users that are named one by one. */
  readonly users: readonly string[];
  /** Rests on the assumption who the emergency accounts are. */
  readonly usesAssumption: boolean;
}

const NAMES = ["all users", "members", "guests", "all users but break-glass", "break-glass"] as const;

/** What is wrong with whom a claim is about. */
export function subjectFindings({ subjects }: Question): readonly Diagnostic[] {
  if (subjects === undefined || subjects === null) return [];
  if (typeof subjects === "object") {
    const { group, role, user } = subjects;
    return (group ?? role ?? user) ? [] : [unknown("`subjects` names a `group`, a `role` or a `user`")];
  }
  if (NAMES.some((name) => name === subjects.toLowerCase())) return [];
  return [unknown(`\`${subjects}\` is nobody that a claim can be about`, didYouMeanValue(subjects, NAMES))];
}

/** Without a subject: everybody but nobody in particular, all users. */
export function subjectsOf(question: Question, glass: BreakGlass, world: World): Subjects {
  const { subject, subjects } = question;
  if (subject) return one(subject);
  if (subjects === undefined || subjects === null) return many(isUser);
  if (typeof subjects === "object") {
    const { group, role, user } = subjects;
    // Emergency accounts that are only assumed are in no other group.
    if (group) return assuming(all(isUser, isInGroup(group.toLowerCase())), glass);
    if (role) return many(all(isUser, hasRole(role.toLowerCase())));
    return user ? one(user) : many(isUser);
  }
  switch (subjects.toLowerCase() as (typeof NAMES)[number]) {
    case "all users":
      return many(isUser);
    case "members":
      return many(all(isUser, not(isExternal)));
    case "guests":
      return assuming(all(isUser, guestsFor(question.kind)), glass);
    case "all users but break-glass":
      return butBreakGlass(glass);
    case "break-glass":
      return {
        formula: all(isUser, glass.isIt, not(isExternal)),
        users: world.breakGlass ?? [],
        usesAssumption: true,
      };
    default:
      return many(isUser);
  }
}

/** What has to hold for guests has to hold for internal ones too. Whether guests are shut out is asked of those from elsewhere: an internal guest signs in as members do. */
function guestsFor(kind: string): Formula {
  return kind === "permanentlyBlocked" ? isFromElsewhere : isExternal;
}

function one(id: string): Subjects {
  const user = id.toLowerCase();
  return { formula: all(isUser, isUserIn([user])), users: [user], usesAssumption: false };
}

function many(formula: Formula): Subjects {
  return { formula, users: [], usesAssumption: false };
}

/** Accounts that the directory names are told apart by what it says of them; only assumed ones have to be left out. */
function assuming(formula: Formula, glass: BreakGlass): Subjects {
  if (glass.assumed === undefined) return many(formula);
  return { formula: all(formula, not(glass.isIt)), users: [], usesAssumption: true };
}

function butBreakGlass(glass: BreakGlass): Subjects {
  return { formula: all(isUser, not(glass.isIt)), users: [], usesAssumption: true };
}

function unknown(message: string, near?: string): Diagnostic {
  const help = near ?? `${NAMES.map((name) => `"${name}"`).join(", ")}, { group }, { role } or { user }`;
  return finding(requestChecks.question, { message, pointer: "/question/subjects", help });
}
