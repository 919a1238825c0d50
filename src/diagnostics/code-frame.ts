/** A diagnostic as a person reads it: the sentence, the line with a marker, the way out. */

import { type Diagnostic, placeOf, type Span } from "./diagnostic";
import { lineText } from "./source-text";

export interface CodeFrameOptions {
  /** Adds colour: given the text and what it is, returns the text to print. */
  readonly paint?: (text: string, role: "error" | "warning" | "info" | "dim" | "bold") => string;
}

/** Longest part of a source line that is shown; a longer one is cut around the marker. */
const LINE_CHARS_MAX = 120;

/** Several lines, without a final line end. */
export function codeFrame(diagnostic: Diagnostic, options: CodeFrameOptions = {}): string {
  const paint = options.paint ?? ((text: string) => text);
  const head = `${paint(`${diagnostic.severity}[${diagnostic.code}]`, diagnostic.severity)}${paint(`: ${diagnostic.message}`, "bold")}`;
  const frames = [
    ...(diagnostic.at ? [spanLines(diagnostic.at, "", true)] : []),
    ...(diagnostic.labels ?? []).map(({ at, text }) => spanLines(at, text, at.source !== diagnostic.at?.source)),
  ];
  const gutter = Math.max(1, ...frames.flat().map(({ line }) => String(line ?? "").length));
  const pad = " ".repeat(gutter);
  const lines = frames.flat().map((each) => {
    if (each.kind === "path") return `${pad}${paint("-->", "dim")} ${each.text}`;
    if (each.kind === "source") return `${paint(`${String(each.line).padStart(gutter)} |`, "dim")} ${each.text}`;
    return `${pad} ${paint("|", "dim")} ${paint(each.text, diagnostic.severity)}`;
  });
  const where = diagnostic.at ? [] : pointerLine(diagnostic).map((text) => `${pad}${paint("-->", "dim")} ${text}`);
  const help = diagnostic.help === undefined ? [] : [`${pad} ${paint("= help:", "dim")} ${diagnostic.help}`];
  return [head, ...where, ...lines, ...help].join("\n");
}

type FrameLine =
  | { readonly kind: "path"; readonly text: string; readonly line?: never }
  | { readonly kind: "source"; readonly text: string; readonly line: number }
  | { readonly kind: "marker"; readonly text: string; readonly line?: never };

function pointerLine({ pointer, action }: Diagnostic): readonly string[] {
  if (action !== undefined) return [pointer === undefined ? action : `${action} (${pointer})`];
  return pointer === undefined || pointer === "" ? [] : [pointer];
}

function spanLines(at: Span, label: string, withPath: boolean): readonly FrameLine[] {
  const { path, start, end } = placeOf(at);
  // A file that could not be read has no line to show.
  if (at.source.text === "") return withPath ? [{ kind: "path", text: path }] : [];
  const whole = lineText(at.source, start.line).replaceAll("\t", " ");
  const length = end.line === start.line ? end.column - start.column : whole.length - start.column + 1;
  const cut = start.column > LINE_CHARS_MAX - 20 ? start.column - 40 : 0;
  const shown = whole.slice(cut, cut + LINE_CHARS_MAX);
  const text = `${cut > 0 ? "…" : ""}${shown}${whole.length > cut + LINE_CHARS_MAX ? "…" : ""}`;
  const indent = start.column - 1 - cut + (cut > 0 ? 1 : 0);
  const marker = "^".repeat(Math.max(1, Math.min(length, text.length - indent)));
  return [
    ...(withPath ? [{ kind: "path", text: `${path}:${start.line}:${start.column}` } as const] : []),
    { kind: "source", text, line: start.line },
    { kind: "marker", text: `${" ".repeat(indent)}${marker}${label ? ` ${label}` : ""}` },
  ];
}
