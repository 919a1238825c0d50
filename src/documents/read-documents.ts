/** A file's text to documents: syntax, kind, shape, identity. */

import { isScalar, type Scalar } from "yaml";
import {
  type Diagnostic,
  didYouMean,
  finding,
  hasErrors,
  type Parsed,
  positionAt,
  type SourceText,
  span,
} from "../diagnostics";
import { emptyFile } from "./checks/empty-file";
import { ignoredKey } from "./checks/ignored-key";
import { noIdentity } from "./checks/no-identity";
import { noKind } from "./checks/no-kind";
import { refusedKind } from "./checks/refused-kind";
import { unknownKey } from "./checks/unknown-key";
import { unknownKind } from "./checks/unknown-kind";
import { wrongType } from "./checks/wrong-type";
import type { Document, DocumentPlace, Kind } from "./document";
import { foreignDocument } from "./foreign-documents";
import type { KindDefinition } from "./kinds/kind";
import { kinds } from "./kinds/kinds";
import { shapeErrors, toldValue } from "./shape/shape-errors";
import { pointerNode, pointerSpan } from "./yaml/pointer-span";
import { scalarOffsets } from "./yaml/scalar-offsets";
import { readYaml, type YamlDocument } from "./yaml/yaml-file";

/** Rule kinds of Sentinel that are refused by name. */
const REFUSED_KINDS = ["Fusion", "MicrosoftSecurityIncidentCreation", "MLBehaviorAnalytics", "ThreatIntelligence"];

/** The documents of a file. One that has a mistake in its shape is left out; the others are still read. */
export function readDocuments(source: SourceText): Parsed<readonly Document[]> {
  const read = readYaml(source);
  if (read.value.length === 0 && read.diagnostics.length === 0) {
    const at = span(source, 0, 0);
    return { value: [], diagnostics: [finding(emptyFile, { message: "the file holds no document", at })] };
  }
  const parsed = read.value.map(readDocument);
  return {
    value: parsed.flatMap(({ value }) => value ?? []),
    diagnostics: [...read.diagnostics, ...parsed.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function readDocument(yaml: YamlDocument): Parsed<Document | undefined> {
  const place = placeOfDocument(yaml);
  const written = withoutNulls(yaml.value);
  if (!isMapping(written)) {
    const message = `expected a document, a mapping of keys, got ${toldValue(written)}`;
    return { value: undefined, diagnostics: [finding(wrongType, { message, at: place.at("") })] };
  }
  const kind = kindOf(written, place, yaml.value as object);
  if ("code" in kind) return { value: undefined, diagnostics: [kind] };
  const named = withoutNulls(withBareNames(yaml.value, kind.names)) as Record<string, unknown>;
  const body = written.kind === undefined ? named : { ...named, kind: kind.kind };
  const read = kind.read?.(body) ?? {
    value: body,
    diagnostics: shapeErrors(kind.shape, body, { ...kind, isBlank: (pointer) => isBlank(yaml, pointer) }),
  };
  const found = read.diagnostics.map((each) => placed(each, place));
  const key = identityOf(kind, body);
  const missing = key === undefined && !hasErrors(found) ? [identityMissing(kind, body, place)] : [];
  const diagnostics = [...found, ...missing];
  if (key === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return { value: { kind: kind.kind, key, body: read.value, place } as unknown as Document, diagnostics };
}

/** Gives a finding that has a pointer its span in the file. */
function placed(diagnostic: Diagnostic, place: DocumentPlace): Diagnostic {
  const { pointer = "", ...rest } = diagnostic;
  const isAboutKey = ABOUT_KEYS.has(diagnostic.code);
  return { ...rest, at: place.at(pointer, isAboutKey ? "key" : "value") };
}

/** Unknown, ignored, written by the service, in another case: shown at the key, not at its value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set([unknownKey.code, ignoredKey.code, "PKT3002", "PKT3003", "PKT3005"]);

function isMapping(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A null key is an absent key. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutNulls(each)]));
}

/** `- name:` is `- name`; a second name without settings is not lost either. */
function withBareNames(value: unknown, key: string | undefined): unknown {
  const items = key !== undefined && isMapping(value) ? value[key] : undefined;
  if (!Array.isArray(items)) return value;
  const bare = items.map((item) => {
    if (!isMapping(item)) return item;
    const entries = Object.entries(item).map(([name, settings]) => [name, settings ?? {}] as const);
    const [only] = Object.keys(item);
    return only !== undefined && entries.length === 1 && item[only] === null ? only : Object.fromEntries(entries);
  });
  return { ...(value as object), [key as string]: bare };
}

/** Whether a key has no value, as in `query:`. */
function isBlank(yaml: YamlDocument, pointer: string): boolean {
  const node = pointerNode(yaml, pointer);
  return isScalar(node) && node.value === null;
}

/** `written` still has the keys without a value: `query:` tells the kind too. */
function kindOf(
  body: Record<string, unknown>,
  place: DocumentPlace,
  written: object,
): KindDefinition<Kind> | Diagnostic {
  const named = body.kind;
  const foreign = foreignDocument(body);
  if (foreign) return finding(noKind, { ...foreign, at: place.at("") });
  if (named === undefined) {
    const guessed = kinds.find(({ kind }) => kind === inferredKind(written));
    if (guessed) return guessed;
    const message = "the kind of this document can't be told from its keys";
    return finding(noKind, { message, help: `add \`kind:\`, one of ${kindNames().join(", ")}`, at: place.at("") });
  }
  const at = place.at("/kind");
  if (typeof named !== "string") return finding(wrongType, { message: `expected text, got ${toldValue(named)}`, at });
  // Official rules write `scheduled` too.
  const isNamed = (kind: string) => kind.toLowerCase() === named.toLowerCase();
  const known = kinds.find(({ kind }) => isNamed(kind));
  if (known) return known;
  if (REFUSED_KINDS.some(isNamed)) {
    const message = `rules of kind \`${named}\` are not deployed`;
    return finding(refusedKind, {
      message,
      help: "the correlation engine of the Defender portal takes their place",
      at,
    });
  }
  const help = didYouMean(named, kindNames()) ?? `one of ${kindNames().join(", ")}`;
  return finding(unknownKind, { message: `unknown kind \`${named}\``, help, at });
}

function kindNames(): readonly string[] {
  return kinds.map(({ kind }) => kind);
}

/** Files without \`kind\`: what their keys make them. */
function inferredKind(body: object): string | undefined {
  const has = (key: string) => Object.hasOwn(body, key);
  // Graph's keys are read in any case, as PowerShell exports them too.
  const isPolicy = Object.keys(body).some((key) => /^(grant|session)controls$/i.test(key));
  if (isPolicy) return "ConditionalAccessPolicy";
  if (!has("query")) return undefined;
  return has("queryFrequency") || has("queryPeriod") || has("triggerOperator") ? "Scheduled" : "HuntingQuery";
}

function identityOf({ identity }: KindDefinition, body: Record<string, unknown>): string | undefined {
  const named = identity === "name" ? body.name : (body.key ?? (identity === "key or id" ? body.id : undefined));
  if (identity === "none") return "";
  return typeof named === "string" ? named : undefined;
}

function identityMissing(
  { identity }: KindDefinition,
  body: Record<string, unknown>,
  place: DocumentPlace,
): Diagnostic {
  const title = String(body.name ?? body.displayName ?? body.DisplayName ?? body.alias ?? "a-short-name");
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const name = identity === "name" ? "name" : "key";
  // A pasted export is JSON, where the line has quotes and a comma.
  const line = place.at("").source.text.trimStart().startsWith("{") ? `"${name}": "${slug}",` : `${name}: ${slug}`;
  const message =
    identity === "key or id" ? "the document has neither `key` nor `id`" : `the document has no \`${identity}\``;
  return finding(noIdentity, {
    message,
    help: `add the line \`${line}\``,
    at: place.at(""),
  });
}

function placeOfDocument(yaml: YamlDocument): DocumentPlace {
  const offsets = new Map<string, readonly number[]>();
  const within = (pointer: string, start: number, end: number) => {
    const node = pointerNode(yaml, pointer);
    if (!isScalar(node)) return pointerSpan(yaml, pointer);
    const known = offsets.get(pointer) ?? scalarOffsets(yaml.source, node as Scalar);
    offsets.set(pointer, known);
    const from = known[Math.min(start, known.length - 1)] ?? 0;
    const last = known[Math.max(0, Math.min(end, known.length) - 1)] ?? from;
    return span(yaml.source, from, end > start ? last + 1 : from);
  };
  const first = yaml.root.range?.[0] ?? 0;
  return {
    path: yaml.source.path,
    line: positionAt(yaml.source, first).line,
    at: (pointer, part) => pointerSpan(yaml, pointer, part),
    within,
  };
}
