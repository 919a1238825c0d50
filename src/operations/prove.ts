/** The operation `prove`: a claim about all sign-ins, or what a change of policies means for them. */

import Type from "typebox";
import { askProof, DirectoryShape, QuestionShape, refusalOf } from "../access/run";
import { type OperationAnswer, operation } from "./operation";

const policies = Type.Array(Type.Record(Type.String(), Type.Unsafe<unknown>({})));

const request = Type.Object({
  policies,
  directory: Type.Optional(DirectoryShape),
  question: QuestionShape,
  before: Type.Optional(policies),
  directoryBefore: Type.Optional(DirectoryShape),
});

export const prove = operation({
  name: "prove",
  summary:
    "Whether a claim holds for all sign-ins under conditional access policies, or what changes between two sets of them.",
  request,
  run: ({ policies, directory = {}, question, before, directoryBefore }): OperationAnswer => {
    const asked = {
      policies,
      directory,
      question,
      ...(before && { before }),
      ...(directoryBefore && { directoryBefore }),
    };
    const { value, diagnostics } = askProof(asked);
    return value ? { result: { ...value }, diagnostics } : { refused: refusalOf(diagnostics), diagnostics };
  },
});
