/** The shape of a claim about all sign-ins. */

import { type Static, Type } from "./parts";

const optional = <Shape extends Parameters<typeof Type.Optional>[0]>(shape: Shape) =>
  Type.Optional(Type.Union([shape, Type.Null()]));

export const QUESTION_KINDS = [
  "neverBlocked",
  "mfaAlways",
  "noMfaPath",
  "legacyAlwaysBlocked",
  "everySignInHas",
  "permanentlyBlocked",
  "redundant",
  "neverDecisive",
  "neverApplies",
  "diff",
] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Whom a claim is about: a name for many, a group, a role, or by `subject` one user. */
export const QuestionShape = Type.Object({
  kind: Type.String(),
  subjects: optional(
    Type.Union([
      Type.String(),
      Type.Object({
        group: optional(Type.String()),
        role: optional(Type.String()),
        user: optional(Type.String()),
      }),
    ]),
  ),
  /** A user id. */
  subject: optional(Type.String()),
  /** Of `everySignInHas`: the name of a session control. */
  sessionControl: optional(Type.String()),
});

export type Question = Static<typeof QuestionShape>;
