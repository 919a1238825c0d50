/** Whom a claim is about, as a formula. */

import { finding, type Parsed } from "../../diagnostics";
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

/** Without a subject: everybody but nobody in particular, all users. */
export function subjectsOf(question: Question, glass: BreakGlass, world: World): Parsed<Subjects | undefined> {
  const { subject, subjects } = question;
  if (subject) return known(one(subject));
  if (subjects === undefined || subjects === null) return known(many(isUser));
  if (typeof subjects === "object") {
    const { group, role, user } = subjects;
    // Emergency accounts that are only assumed are in no other group.
    if (group) return known(assuming(all(isUser, isInGroup(group.toLowerCase())), glass));
    if (role) return known(many(all(isUser, hasRole(role.toLowerCase()))));
    if (user) return known(one(user));
    return unknown("`subjects` names a `group`, a `role` or a `user`");
  }
  switch (subjects.toLowerCase() as (typeof NAMES)[number]) {
    case "all users":
      return known(many(isUser));
    case "members":
      return known(many(all(isUser, not(isExternal))));
    case "guests":
      return known(assuming(all(isUser, guestsFor(question.kind)), glass));
    case "all users but break-glass":
      return known(butBreakGlass(glass));
    case "break-glass":
      return known({
        formula: all(isUser, glass.isIt, not(isExternal)),
        users: world.breakGlass ?? [],
        usesAssumption: true,
      });
    default:
      return unknown(`\`${subjects}\` is nobody that a claim can be about`);
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

function known(value: Subjects): Parsed<Subjects> {
  return { value, diagnostics: [] };
}

function unknown(message: string): Parsed<undefined> {
  const help = `${NAMES.map((name) => `"${name}"`).join(", ")}, { group } or { role }`;
  const pointer = "/question/subjects";
  return { value: undefined, diagnostics: [finding(requestChecks.question, { message, pointer, help })] };
}
