/** Face of the room: texts, spans, diagnostics, check records, code frames. */

export { type Check, type CheckInfo, type Example, exampleBytes, exampleText, finding } from "./check";
export { type CodeFrameOptions, codeFrame } from "./code-frame";
export {
  type Code,
  compareTexts,
  type Diagnostic,
  hasErrors,
  type Label,
  type Parsed,
  type Place,
  placeOf,
  type Report,
  type Severity,
  type Span,
  sortDiagnostics,
  span,
} from "./diagnostic";
export { didYouMean, didYouMeanValue, nearestNames } from "./did-you-mean";
export { exampleJson } from "./example-json";
export { exampleLines, exampleRule } from "./example-rule";
export { invariant, PicketBug, unreachable } from "./invariant";
export { lineText, type Position, positionAt, type SourceText, sourceText } from "./source-text";
