/** What the kinds of Entra share: the line of the Plan, the resource, and what a definition check may say of a document. */

import type { Diagnostic } from "../../diagnostics";
import type { Effective } from "../frame";
import { withoutUndefined } from "./without-undefined";

type EntraKind = "AuthenticationStrength" | "ConditionalAccessPolicy" | "Group" | "NamedLocation";

export function entraEntry(
  { document, body, stage }: Effective<EntraKind>,
  parameters: Readonly<Record<string, string>> = {},
) {
  return { key: document.key, kind: document.kind, title: body.displayName ?? document.key, stage, parameters };
}

interface EntraResource {
  readonly type: string;
  readonly inputs: Parameters<typeof withoutUndefined>[0];
  readonly isProtected?: boolean;
}

export function entraResource(
  { document, at }: Effective<EntraKind>,
  { type, inputs, isProtected = false }: EntraResource,
) {
  const resource = {
    name: document.key,
    type,
    parent: "access" as const,
    inputs: withoutUndefined(inputs),
    dependsOn: [],
    options: withoutUndefined({
      protect: isProtected ? true : undefined,
    }),
    origin: { document: document.key, path: document.place.path, line: document.place.line },
  };
  return { resource, at: () => at("") };
}

/** What is news of a definition: its shape, and keys that only the service writes, were told while the document was read. */
export function news(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ code }) => code !== "PKT3003" && code !== "PKT3005");
}
