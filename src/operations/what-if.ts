/** The operation `whatIf`: one sign-in against conditional access policies. */

import Type from "typebox";
import { askWhatIf, DirectoryShape, refusalOf, SignInShape } from "../access/run";
import { type OperationAnswer, operation } from "./operation";

const request = Type.Object({
  policies: Type.Array(Type.Record(Type.String(), Type.Unsafe<unknown>({}))),
  directory: Type.Optional(DirectoryShape),
  signIn: SignInShape,
});

export const whatIf = operation({
  name: "whatIf",
  summary:
    "What conditional access policies ask of one sign-in: which apply, why the others do not, as they say it and in practice.",
  request,
  run: ({ policies, directory = {}, signIn }): OperationAnswer => {
    const { value, diagnostics } = askWhatIf({ policies, directory, signIn });
    return value ? { result: { ...value }, diagnostics } : { refused: refusalOf(diagnostics), diagnostics };
  },
});
