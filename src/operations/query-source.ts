/** A query as it is asked: a text, a file of KQL, or a document of the project. */

import { didYouMean, finding, type Parsed, type SourceText, sourceText, span } from "../diagnostics";
import type { Document } from "../documents";
import { readPaths, readTextFile } from "../repository";
import { noQuery } from "./checks/no-query";

/** A document whose query is asked, bound to where it was written. */
export type Queried = Extract<Document, { readonly kind: "Scheduled" | "NRT" | "HuntingQuery" }>;

/** `rules/x.yaml`, `rules/x.yaml#key` or a file of KQL. */
export function queryOfFile(folder: string, name: string): Parsed<Queried | undefined> {
  const [path = "", key] = name.split("#");
  if (/\.ya?ml$/i.test(path)) return queryOfDocument(folder, path, key);
  const text = readTextFile(folder, path);
  if (text === undefined) return refused(`the file \`${path}\` does not exist, or is no text`);
  return { value: queryOfText(sourceText(path, text)), diagnostics: [] };
}

/** A text as the hunt that it would be. */
export function queryOfText(source: SourceText): Queried {
  const body = { name: source.path, query: source.text } as Queried["body"];
  const at = () => span(source, 0, 0);
  const within = (_: string, start: number, end: number) => span(source, start, end);
  return {
    kind: "HuntingQuery",
    key: "query",
    body,
    place: { path: source.path, line: 1, at, within },
  } as Queried;
}

function queryOfDocument(folder: string, path: string, key: string | undefined): Parsed<Queried | undefined> {
  const { documents, diagnostics } = readPaths(folder, [path]);
  if (diagnostics.some(({ severity }) => severity === "error")) return { value: undefined, diagnostics };
  const queried = documents.flatMap((each): readonly Queried[] =>
    each.kind === "Scheduled" || each.kind === "NRT" || each.kind === "HuntingQuery" ? [each] : [],
  );
  const keys = queried.map((each) => each.key);
  if (key !== undefined) {
    const found = queried.find((each) => each.key === key);
    return found
      ? { value: found, diagnostics: [] }
      : refused(`no rule or hunt of \`${path}\` has the key \`${key}\``, didYouMean(key, keys));
  }
  if (queried.length === 1) return { value: queried[0], diagnostics: [] };
  if (queried.length === 0) return refused(`no document of \`${path}\` is a rule or a hunt`);
  return refused(
    `\`${path}\` has ${queried.length} queries`,
    `say which: ${keys.map((each) => `${path}#${each}`).join(", ")}`,
  );
}

export function refused(message: string, help?: string): Parsed<undefined> {
  return { value: undefined, diagnostics: [finding(noQuery, { message, ...(help === undefined ? {} : { help }) })] };
}
