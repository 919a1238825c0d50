/** Starts a document: a file that passes every check, in its usual place, to be filled in. */

import { type Diagnostic, didYouMean, finding } from "../diagnostics";
import { formats, type KindDefinition, kinds, scaffoldText } from "../documents";
import { readProject, writeNewFile } from "../repository";
import { noNewDocument } from "./checks/no-new-document";

export interface NewDocumentRequest {
  /** The project's folder. */
  readonly folder: string;
  readonly kind: string;
  /** Its key; of a table, its name. */
  readonly key: string;
}

export interface NewDocument {
  /** Where it was written; absent where it was not. */
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function newDocument({ folder, kind: named, key }: NewDocumentRequest): NewDocument {
  const kind = kinds.find((each) => each.kind.toLowerCase() === named.toLowerCase());
  if (!kind) {
    const names = kinds.map((each) => each.kind);
    return refused(`unknown kind \`${named}\``, didYouMean(named, names) ?? `one of ${names.join(", ")}`);
  }
  const wrong = keyProblem(kind, key);
  if (wrong !== undefined) return refused(wrong);
  // A test has the key of what it tests.
  const isNamed = kind.identity !== "none";
  const taken = isNamed ? readProject(folder).documents.find((document) => document.key === key) : undefined;
  if (taken) return refused(`the key \`${key}\` is taken by ${taken.place.path}`);
  const path = kind.scaffold.path(key);
  const problem = writeNewFile(folder, path, scaffoldText(kind.scaffold, key));
  return problem === undefined ? { path, diagnostics: [] } : refused(`${path} can't be written: ${problem}`);
}

function keyProblem({ identity }: KindDefinition, key: string): string | undefined {
  const { expected, test } = identity === "name" ? formats.identifier : formats.slug;
  return test(key) ? undefined : `expected ${expected}, got \`${key}\``;
}

function refused(message: string, help?: string): NewDocument {
  return { diagnostics: [finding(noNewDocument, { message, ...(help === undefined ? {} : { help }) })] };
}
