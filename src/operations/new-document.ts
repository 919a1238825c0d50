/** Starts a document: a file that passes every check, in its usual place, to be filled in. */

import type { CompileContext } from "../compiler";
import { type Diagnostic, didYouMeanValue } from "../diagnostics";
import { type Document, formats, type KindDefinition, kinds, scaffoldText } from "../documents";
import { besideOnDisk, readProject, writeNewFile } from "../repository";
import type { TestKind } from "../testing";
import { cantStart } from "./checks/no-new-document";
import { newTest } from "./new-test";

export interface NewDocumentRequest {
  /** The project's folder. */
  readonly folder: string;
  readonly kind: string;
  /** Its key; of a table, its name; of a test, the key of what it tests. */
  readonly key: string;
  /** ISO 8601. */
  readonly now: string;
}

export interface NewDocument {
  /** Where it was written; absent where it was not. */
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export async function newDocument({ folder, kind: named, key, now }: NewDocumentRequest): Promise<NewDocument> {
  const kind = kinds.find((each) => each.kind.toLowerCase() === named.toLowerCase());
  if (!kind) {
    const names = kinds.map((each) => each.kind);
    return cantStart(`unknown kind \`${named}\``, didYouMeanValue(named, names) ?? `one of ${names.join(", ")}`);
  }
  const { documents } = readProject(folder);
  const isRead = isTestKind(kind.kind) && documents.some((each) => each.key === key);
  const wrong = isRead ? undefined : keyProblem(kind, key);
  if (wrong !== undefined) return cantStart(wrong, nearKey(kind, key));
  if (isTestKind(kind.kind)) {
    const context: CompileContext = { now, purpose: "check", beside: besideOnDisk(folder) };
    const test = await newTest({ kind: kind.kind, key, documents, context });
    return test.value ? written(folder, test.value.paths, test.value.text) : test;
  }
  const taken = documents.find((document) => document.key === key);
  if (taken) return cantStart(`the key \`${key}\` is taken by ${taken.place.path}`);
  return written(folder, [kind.scaffold.path(key)], scaffoldText(kind.scaffold, key));
}

function isTestKind(kind: Document["kind"]): kind is TestKind {
  return kind.endsWith("Test");
}

/** At the first of the paths that is free. */
function written(folder: string, paths: readonly string[], text: string): NewDocument {
  let problem = "";
  for (const path of paths) {
    const found = writeNewFile(folder, path, text);
    if (found === undefined) return { path, diagnostics: [] };
    problem = `${path} can't be written: ${found}`;
  }
  return cantStart(problem);
}

/** The same word as a key. */
function nearKey({ identity }: KindDefinition, key: string): string | undefined {
  const slug = key
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return identity !== "name" && formats.slug.test(slug) ? `did you mean \`${slug}\`?` : undefined;
}

function keyProblem({ identity }: KindDefinition, key: string): string | undefined {
  const { expected, test } = identity === "name" ? formats.identifier : formats.slug;
  return test(key) ? undefined : `expected ${expected}, got \`${key}\``;
}
