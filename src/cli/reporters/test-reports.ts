/** Results of tests: for a person, as JSON, as JUnit XML, as GitHub annotations. */

import pc from "picocolors";
import { codeFrame, type Diagnostic, placeOf } from "../../diagnostics";
import type { CaseResult } from "../../operations";
import { wireDiagnostic } from "../wire-diagnostic";
import { counted } from "../words";
import { github } from "./github";
import { painter } from "./pretty";
import { sideBySide } from "./side-by-side";

export interface TestReportOptions {
  readonly colour: boolean;
  /** How passed cases are told: each by its name, counted by what they are about (the default), or only in the sum. */
  readonly passed?: "named" | "by subject" | "in the sum";
}

type TestReporter = (results: readonly CaseResult[], options: TestReportOptions) => string;

const pretty: TestReporter = (results, { colour, passed = "by subject" }) => {
  const paint = pc.createColors(colour);
  const isGood = ({ outcome }: CaseResult) => outcome === "passed";
  const good = results.filter(isGood);
  const counts = passed === "by subject" ? countedBySubject(good) : [];
  const named = results.filter((each) => !isGood(each) || passed === "named");
  const lines = [
    ...counts.map((line) => `${paint.green("pass")} ${line}`),
    ...named.flatMap((each) => {
      const mark = isGood(each) ? paint.green("pass") : paint.red("FAIL");
      // Findings show where they stand; what only came out otherwise stands where the case does.
      const isPlaced = isGood(each) || each.diagnostics.some(({ at }) => at !== undefined);
      const place = isPlaced ? [] : [`  ${paint.dim("-->")} ${placeText(each)}`];
      return [`${mark} ${nameOf(each)}: ${each.name}`, ...place, ...whyLines(each, colour)];
    }),
  ];
  const head = lines.length > 0 ? `${lines.join("\n")}\n\n` : "";
  return `${head}${counted(results.length, "case")}: ${good.length} passed, ${results.length - good.length} failed\n`;
};

/** What people call the subject. */
function nameOf({ subject, title }: CaseResult): string {
  return title ?? subject;
}

function placeText({ at }: CaseResult): string {
  const { path, start } = placeOf(at);
  return `${path}:${start.line}:${start.column}`;
}

function countedBySubject(results: readonly CaseResult[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const each of results) counts.set(nameOf(each), (counts.get(nameOf(each)) ?? 0) + 1);
  return [...counts].map(([subject, count]) => `${subject}: ${counted(count, "case")}`);
}

function whyLines({ diagnostics, differences, details = [] }: CaseResult, colour: boolean): readonly string[] {
  return [
    ...diagnostics.map((each) => codeFrame(each, { paint: painter(colour) })),
    ...differences.flatMap(({ of, expected, actual }) => [
      `  ${of}`,
      ...sideBySide(expected, actual).map((line) => `    ${line}`),
    ]),
    ...details.map((line) => `  ${line}`),
  ];
}

const json: TestReporter = (results) => {
  const cases = results.map(({ at, diagnostics, ...rest }) => ({
    ...rest,
    path: at.source.path,
    line: placeOf(at).start.line,
    diagnostics: diagnostics.map(wireDiagnostic),
  }));
  return `${JSON.stringify({ cases }, undefined, 2)}\n`;
};

const junit: TestReporter = (results) => {
  const cases = results.map((each) => {
    const head = `  <testcase classname="${escaped(nameOf(each))}" name="${escaped(each.name)}" file="${escaped(each.at.source.path)}"`;
    if (each.outcome === "passed") return `${head}/>`;
    return `${head}>\n    <failure message="${escaped(summary(each))}">${escaped(whyLines(each, false).join("\n"))}</failure>\n  </testcase>`;
  });
  const failures = results.filter(({ outcome }) => outcome === "failed").length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="picket" tests="${results.length}" failures="${failures}">\n${cases.join("\n")}\n</testsuite>\n`;
};

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function summary({ diagnostics, differences }: CaseResult): string {
  const [difference] = differences;
  return diagnostics[0]?.message ?? `other ${difference?.of ?? "result"} than expected`;
}

const annotations: TestReporter = (results) => {
  const diagnostics = results.filter(({ outcome }) => outcome === "failed").flatMap(annotated);
  return github({ diagnostics, files: 0, documents: 0, seconds: 0 }, { notes: false, colour: false });
};

/** Each error on its own line; what only came out otherwise on the line of the case. */
function annotated(result: CaseResult): readonly Diagnostic[] {
  const { name, at, diagnostics } = result;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [{ code: "PKT6000", severity: "error", message: `${name}: ${summary(result)}`, at }];
  return errors.map((each) => ({ ...each, at: each.at ?? at, message: `${name}: ${each.message}` }));
}

export const TEST_REPORTERS: Readonly<Record<string, TestReporter>> & { readonly pretty: TestReporter } = {
  pretty,
  json,
  junit,
  github: annotations,
};
