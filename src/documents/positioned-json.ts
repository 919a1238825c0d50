/** A JSON file beside a document, with the place of each part. */

import { type Diagnostic, finding, type Parsed, type SourceText, type Span, span } from "../diagnostics";
import { emptyFile } from "./checks/empty-file";
import { pointerSpan } from "./yaml/pointer-span";
import { readYaml } from "./yaml/yaml-file";

export interface PositionedJson {
  readonly value: unknown;
  readonly at: (pointer: string, part?: "key" | "value") => Span;
}

/** JSON is YAML; so its mistakes are told, and its parts found, as in any document. */
export function positionedJson(source: SourceText): Parsed<PositionedJson | undefined> {
  const { value, diagnostics } = readYaml(source);
  const [only, ...more] = value;
  if (only && more.length === 0) {
    return { value: { value: only.value, at: (pointer, part) => pointerSpan(only, pointer, part) }, diagnostics };
  }
  const found: readonly Diagnostic[] =
    diagnostics.length > 0
      ? diagnostics
      : [finding(emptyFile, { message: "the file does not hold one value", at: span(source, 0, 0) })];
  return { value: undefined, diagnostics: found };
}
