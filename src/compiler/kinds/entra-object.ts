/** What the kinds of Entra share: the line of the Plan, the resource, and what a definition check may say of a document. */

import type { Diagnostic } from "../../diagnostics";
import type { Effective, Frame } from "../frame";
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
  /** Path of the collection in Microsoft Graph, in which an adopted object has its id. */
  readonly collection: string;
  readonly inputs: Parameters<typeof withoutUndefined>[0];
  readonly isProtected?: boolean;
}

export function entraResource(
  { document, at }: Effective<EntraKind>,
  frame: Frame,
  { type, collection, inputs, isProtected = false }: EntraResource,
) {
  const resource = {
    name: document.key,
    type,
    parent: "access" as const,
    inputs: withoutUndefined(inputs),
    dependsOn: [],
    options: withoutUndefined({
      protect: isProtected ? true : undefined,
      import: entraId(frame, document.key, collection),
    }),
    origin: { document: document.key, path: document.place.path, line: document.place.line },
  };
  return { resource, at: () => at("") };
}

/** The provider's import id, from what the tenant's `adopt` says: an object id, or the path that ends in it. */
function entraId({ tenant }: Frame, key: string, collection: string): string | undefined {
  const adopted = tenant?.body.adopt?.[key];
  return adopted === undefined || adopted.startsWith("/") ? adopted : `${collection}${adopted}`;
}

/** What is news of a definition: its shape, and keys that only the service writes, were told while the document was read. */
export function news(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ code }) => code !== "PKT3003" && code !== "PKT3005");
}
