/** Which lines are mutated: whole statements of the top level, in an order that the seed decides, until there are enough lines. */

import { createHash } from "node:crypto";
import { createSourceFile, isImportDeclaration, ScriptTarget } from "typescript";

export interface LineRange {
  readonly file: string;
  /** From 1, both included. */
  readonly first: number;
  readonly last: number;
}

/** A mutant has to lie within its range: whole statements leave none out. */
export function statementRanges(file: string, text: string): readonly (LineRange & { readonly text: string })[] {
  const source = createSourceFile(file, text, ScriptTarget.ES2023);
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  return source.statements
    .filter((statement) => !isImportDeclaration(statement))
    .map((statement) => ({
      file,
      first: lineAt(statement.getStart(source)),
      last: lineAt(statement.getEnd()),
      text: statement.getText(source),
    }));
}

/** The order hangs on a statement's text, not on its place: a change elsewhere leaves the sample as it was. */
export function sampleRanges(
  files: readonly { readonly file: string; readonly text: string }[],
  { seed, lines }: { readonly seed: number; readonly lines: number },
): readonly LineRange[] {
  const key = (text: string) => createHash("sha256").update(`${seed}\n${text}`).digest("hex");
  const ordered = files
    .flatMap(({ file, text }) => statementRanges(file, text))
    .map((range) => ({ range, key: key(`${range.file}\n${range.text}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const taken: LineRange[] = [];
  let count = 0;
  for (const { range } of ordered) {
    if (count >= lines) break;
    taken.push({ file: range.file, first: range.first, last: range.last });
    count += range.last - range.first + 1;
  }
  return taken;
}
