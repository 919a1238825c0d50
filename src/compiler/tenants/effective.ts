/** A document with the tenant's settings applied. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { type Document, type Kind, kinds, pointerStep, shapeErrors } from "../../documents";
import type { Stage } from "../../plan";
import { notOverridable } from "../checks/not-overridable";
import { unknownOverride } from "../checks/unknown-override";
import type { Effective, Frame } from "../frame";
import { lowestStage } from "../stages";
import { hasPointer, mergedMaps, type ResolvedTenant } from "./resolved-tenant";

/** Keys of which a document has only one: a tenant's rows take the place of the document's file, and the other way round. */
const INSTEAD_OF: Readonly<Record<string, readonly string[]>> = { rows: ["file"], file: ["rows", "columns"] };

type Setting = Readonly<Record<string, unknown>>;

/** Settings that fit their kind, by the document's key. */
export type Settings = ReadonlyMap<string, Setting>;

/** The document in this frame. Settings that do not fit its kind are told by `overrideFindings` and left out here. */
export function effective(document: Document, frame: Frame, sound: Settings): Effective<Kind> {
  const settings = sound.get(document.key) ?? {};
  const { parameters: _parameters, stage, ...rest } = settings;
  const place = frame.tenant;
  const replaced = Object.keys(rest).flatMap((key) => INSTEAD_OF[key] ?? []);
  const own = Object.fromEntries(Object.entries(document.body).filter(([key]) => !replaced.includes(key)));
  return {
    document,
    body: mergedMaps(own, rest) as Document["body"],
    stage: lowestStage(frame.stage, stage as Stage | undefined, document.body.stage),
    at: (pointer, part) =>
      place && pointer !== "" && hasPointer(rest, pointer)
        ? place.at(`/overrides${pointerStep(document.key)}${pointer}`, part)
        : document.place.at(pointer, part),
  };
}

export interface Overrides {
  readonly sound: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

/** The tenant's settings against the documents that they are for. */
export function readOverrides(tenant: ResolvedTenant, documents: readonly Document[]): Overrides {
  const diagnostics: Diagnostic[] = [];
  const sound = new Map<string, Setting>();
  const byKey = new Map(documents.map((document) => [document.key, document]));
  for (const [key, settings] of Object.entries(tenant.body.overrides ?? {})) {
    const pointer = `/overrides${pointerStep(key)}`;
    const document = byKey.get(key);
    if (!document) {
      const help = didYouMean(key, byKey.keys());
      diagnostics.push(
        finding(unknownOverride, {
          message: `no document has the key \`${key}\``,
          at: tenant.at(pointer, "key"),
          ...(help ? { help } : {}),
        }),
      );
      continue;
    }
    const shape = kinds.find(({ kind }) => kind === document.kind)?.overrides;
    if (!shape) {
      diagnostics.push(
        finding(notOverridable, {
          message: `a ${document.kind} has no settings by tenant`,
          at: tenant.at(pointer, "key"),
        }),
      );
      continue;
    }
    const errors = shapeErrors(shape, settings, { foreignKeys: "refuse" });
    diagnostics.push(
      ...errors.map(({ pointer: inner = "", ...each }) => ({ ...each, at: tenant.at(pointer + inner) })),
    );
    if (errors.length === 0) sound.set(key, settings as Setting);
  }
  return { sound, diagnostics };
}
