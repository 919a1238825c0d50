/** What a kind of document is: a shape, an identity, and how it is recognised. */

import type { Static, TProperties, TSchema } from "typebox";
import type { Parsed } from "../../diagnostics";
import type { Elsewhere } from "../shape/shape-errors";
import { map, oneOf, optional, text, texts } from "../shape/words";
import type { Scaffold } from "./scaffold";

/** Reads a document's keys; findings have pointers. */
export type ReadBody = (body: Readonly<Record<string, unknown>>) => Parsed<Readonly<Record<string, unknown>>>;

export interface KindDefinition<Kind extends string = string, Shape extends TSchema = TSchema> {
  readonly kind: Kind;
  /** One sentence, for the editor and the docs. */
  readonly description: string;
  readonly shape: Shape;
  /** How a document of this kind is read, where its language has a reader of its own; absent: by `shape`. */
  readonly read?: ReadBody;
  /** A key with a list of names, each with or without settings: a name with a colon and nothing behind it has none. */
  readonly names?: string;
  /** What gives a document its logical name. */
  readonly identity: "key" | "key or id" | "name" | "none";
  /** Top-level keys that picket does not know: content that is pasted from elsewhere may carry some. */
  readonly foreignKeys: "refuse" | "ignore";
  /** How other formats write the same content, for hints. */
  readonly elsewhere?: Elsewhere;
  /** What a tenant may set for a document of this kind; absent: nothing. */
  readonly overrides?: TSchema;
  /** What `picket new` starts a document of this kind with. */
  readonly scaffold: Scaffold;
}

/** Lower-case words with hyphens: what overrides, tests and references call a document. */
export const KEY_DESCRIPTION =
  "Picket's name for this document, unique over all kinds. What is deployed is found again by it: it never changes.";

const STAGES = ["observe", "alert", "enforce"] as const;

/** Keys that every document may have. */
export const commonKeys = {
  key: optional(text(KEY_DESCRIPTION, { format: "slug" })),
  pack: optional(text("The pack it belongs to (default core); a tenant chooses packs.", { format: "slug" })),
  owner: optional(text("Who answers for it: a person or a team.")),
  references: optional(texts("Pages that explain it.")),
  stage: optional(
    oneOf(
      STAGES,
      "The highest stage this document may reach (default enforce); the tenant's stage is the other ceiling.",
    ),
  ),
} satisfies TProperties;

/** The same as a type. */
export type CommonBody = {
  readonly [Key in keyof typeof commonKeys]?: Static<(typeof commonKeys)[Key]>;
};

/** A shape of a kind: its own keys and those that every document may have. */
export function documentShape<const Kind extends string, Properties extends TProperties>(
  kind: Kind,
  properties: Properties,
  description: string,
) {
  return map(
    { kind: optional(oneOf([kind], `The kind of document: ${kind}.`)), ...commonKeys, ...properties },
    description,
  );
}
