/** JSON files among the documents that hold what a document could: they are not read, and that is said. */

import { posix } from "node:path";
import { type Diagnostic, finding, sourceText, span } from "../diagnostics";
import type { Document } from "../documents";
import type { BesideReader } from "../repository";
import { passedOver } from "./checks/passed-over";

interface PassedOver {
  /** Paths of JSON files in the folders of the documents. */
  readonly json: readonly string[];
  readonly documents: readonly Document[];
  readonly beside: BesideReader;
  /** Texts of documents that could not be read: they may name a file too. */
  readonly unread: readonly string[];
}

export function passedOverFindings({ json, documents, beside, unread }: PassedOver): readonly Diagnostic[] {
  if (json.length === 0) return [];
  const referred = new Set(documents.flatMap(({ body, place }) => filesIn(body, posix.dirname(place.path))));
  return json.flatMap((path) => {
    if (referred.has(path) || unread.some((text) => text.includes(posix.basename(path)))) return [];
    const text = beside("", path);
    const help = text === undefined ? undefined : helpFor(text);
    if (text === undefined || help === undefined) return [];
    const at = span(sourceText(path, text), 0, 0);
    return [finding(passedOver, { message: "the file is passed over: documents are .yaml files", help, at })];
  });
}

/** Every text that could name a file beside the document. */
function filesIn(value: unknown, folder: string): readonly string[] {
  if (typeof value === "string") return /\.json$/i.test(value) ? [posix.join(folder, value)] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap((each) => filesIn(each, folder));
}

/** Undefined for events and other data. */
function helpFor(text: string): string | undefined {
  const has = (...keys: readonly string[]) => keys.every((key) => new RegExp(`"${key}"\\s*:`, "i").test(text));
  if (has("resources", "contentVersion"))
    return "write the `properties` of each of its rules as a document, or keep the template elsewhere";
  if (has("definition", "triggers", "actions") || has("triggers", "actions"))
    return "a Playbook takes it: `definition: { file: ... }`";
  if (has("grantControls", "conditions") || has("query", "queryFrequency") || has("properties", "displayName"))
    return "JSON is YAML: name it .yaml, and give each document its `key`; a list is one document for each entry";
  return undefined;
}
