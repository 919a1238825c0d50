/** Findings as they are kept in a file: each text that they point into once, with its path. */

import { type Diagnostic, type SourceText, type Span, sourceText } from "../../diagnostics";

interface KeptSpan {
  readonly source: number;
  readonly start: number;
  readonly end: number;
}

interface KeptFinding extends Omit<Diagnostic, "at" | "labels"> {
  readonly at?: KeptSpan;
  readonly labels?: readonly { readonly at: KeptSpan; readonly text: string }[];
}

export interface KeptFindings {
  readonly sources: readonly { readonly path: string; readonly text: string }[];
  readonly findings: readonly KeptFinding[];
}

export function keptFindings(diagnostics: readonly Diagnostic[]): KeptFindings {
  const sources = new Map<SourceText, number>();
  const kept = ({ source, start, end }: Span): KeptSpan => {
    const index = sources.get(source) ?? sources.size;
    sources.set(source, index);
    return { source: index, start, end };
  };
  const findings = diagnostics.map(({ at, labels, ...rest }) => ({
    ...rest,
    ...(at ? { at: kept(at) } : {}),
    ...(labels ? { labels: labels.map((label) => ({ at: kept(label.at), text: label.text })) } : {}),
  }));
  return { sources: [...sources.keys()].map(({ path, text }) => ({ path, text })), findings };
}

export function toldFindings({ sources, findings }: KeptFindings): readonly Diagnostic[] {
  const nowhere = sourceText("", "");
  const texts = sources.map(({ path, text }) => sourceText(path, text));
  const told = ({ source, start, end }: KeptSpan): Span => ({ source: texts[source] ?? nowhere, start, end });
  return findings.map(({ at, labels, ...rest }) => ({
    ...rest,
    ...(at ? { at: told(at) } : {}),
    ...(labels ? { labels: labels.map((label) => ({ at: told(label.at), text: label.text })) } : {}),
  }));
}
