/** `plan`: documents as text to the Plan of one tenant among them. */

import { Type } from "typebox";
import { bindHere } from "./bind-here";
import { besideIn, readTexts } from "./check";
import { operation } from "./operation";
import { planOf } from "./plan-tenant";

export const plan = operation({
  name: "plan",
  summary: "Compiles documents into the Plan of one tenant; there is none when anything is wrong.",
  request: Type.Object({
    documents: Type.Array(Type.Object({ path: Type.Optional(Type.String()), text: Type.String() }), {
      description: "Files, each with one or more YAML documents.",
    }),
    files: Type.Optional(
      Type.Unsafe<Record<string, string>>({
        type: "object",
        additionalProperties: { type: "string" },
        description: "Texts of files that lie beside, by path.",
      }),
    ),
    tenant: Type.String({ description: "Key of a Tenant document among them." }),
  }),
  run: ({ documents, files, tenant }, { now }) => {
    const texts = documents.map(({ path, text }, index) => ({ path: path ?? `document-${index + 1}.yaml`, text }));
    const read = readTexts(texts);
    const { plan: made, diagnostics } = planOf(read, tenant, {
      now,
      purpose: "deploy",
      beside: besideIn(files),
      bound: bindHere(),
    });
    return { result: { ...(made ? { plan: made } : {}), diagnostics: [] }, diagnostics };
  },
});
