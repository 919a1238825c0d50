/** Starts a document: a file that passes every check, in its usual place, to be filled in. */

import { type Diagnostic, didYouMean, finding } from "../diagnostics";
import { type Document, formats, type KindDefinition, kinds, type ScaffoldProject, scaffoldText } from "../documents";
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
  const { documents } = readProject(folder);
  const taken = isNamed ? documents.find((document) => document.key === key) : undefined;
  if (taken) return refused(`the key \`${key}\` is taken by ${taken.place.path}`);
  const path = kind.scaffold.path(key);
  const problem = writeNewFile(folder, path, scaffoldText(kind.scaffold, key, namedIn(documents, key)));
  return problem === undefined ? { path, diagnostics: [] } : refused(`${path} can't be written: ${problem}`);
}

/** What a test names besides its key: a test of a tenant is about that one, others about the first that is there. */
function namedIn(documents: readonly Document[], key: string): ScaffoldProject {
  const tenants = documents.filter((each) => each.kind === "Tenant" && each.body.tenantId !== undefined);
  const rules = documents.filter(({ kind }) => kind === "Scheduled" || kind === "NRT");
  const named = tenants.find((each) => each.key === key) ?? tenants[0];
  return { tenant: named?.key, rule: rules[0]?.key };
}

function keyProblem({ identity }: KindDefinition, key: string): string | undefined {
  const { expected, test } = identity === "name" ? formats.identifier : formats.slug;
  return test(key) ? undefined : `expected ${expected}, got \`${key}\``;
}

function refused(message: string, help?: string): NewDocument {
  return { diagnostics: [finding(noNewDocument, { message, ...(help === undefined ? {} : { help }) })] };
}
