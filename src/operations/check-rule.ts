/** `checkRule`: documents as text, checked as `picket check` does. */

import { Type } from "typebox";
import { checkDocuments } from "../compiler";
import { sortDiagnostics } from "../diagnostics";
import { bindHere } from "./bind-here";
import { besideIn, readTexts } from "./check";
import { withoutEchoes } from "./echoes";
import { operation } from "./operation";

export const checkRule = operation({
  name: "checkRule",
  summary: "Checks one or more documents, given as text.",
  request: Type.Object({
    yaml: Type.String({ description: "One or more YAML documents." }),
    files: Type.Optional(
      Type.Unsafe<Record<string, string>>({
        type: "object",
        additionalProperties: { type: "string" },
        description: "Texts of files that lie beside, by path.",
      }),
    ),
  }),
  run: ({ yaml, files }, { now }) => {
    const { documents, diagnostics } = readTexts([{ path: "rule.yaml", text: yaml }]);
    const found = checkDocuments(documents, { now, purpose: "check", beside: besideIn(files), bound: bindHere() });
    return {
      result: { diagnostics: [] },
      diagnostics: sortDiagnostics([...diagnostics, ...withoutEchoes(found, diagnostics)]),
    };
  },
});
