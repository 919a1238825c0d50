/** Results of tests: for a person, as JSON, as JUnit XML, as GitHub annotations. */

import pc from "picocolors";
import { codeFrame, placeOf } from "../../diagnostics";
import type { CaseResult } from "../../operations";
import { wireDiagnostic } from "../wire-diagnostic";
import { counted } from "../words";
import { github } from "./github";
import { painter } from "./pretty";
import { sideBySide } from "./side-by-side";

export interface TestReportOptions {
  readonly colour: boolean;
  /** Whether passed cases are only counted. */
  readonly onlyFailures?: boolean;
}

type TestReporter = (results: readonly CaseResult[], options: TestReportOptions) => string;

const pretty: TestReporter = (results, { colour, onlyFailures }) => {
  const paint = pc.createColors(colour);
  const shown = results.filter(({ outcome }) => !onlyFailures || outcome === "failed");
  const lines = shown.flatMap((each) => {
    const mark = each.outcome === "passed" ? paint.green("pass") : paint.red("FAIL");
    return [`${mark} ${each.subject}: ${each.name}`, ...whyLines(each, colour)];
  });
  const failed = results.filter(({ outcome }) => outcome === "failed").length;
  const head = lines.length > 0 ? `${lines.join("\n")}\n\n` : "";
  return `${head}${counted(results.length, "case")}: ${results.length - failed} passed, ${failed} failed\n`;
};

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
    const head = `  <testcase classname="${escaped(each.subject)}" name="${escaped(each.name)}" file="${escaped(each.at.source.path)}"`;
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
  const diagnostics = results.flatMap((each) =>
    each.outcome === "passed"
      ? []
      : [
          {
            code: "PKT6000" as const,
            severity: "error" as const,
            message: `${each.name}: ${summary(each)}`,
            at: each.at,
          },
        ],
  );
  return github({ diagnostics, files: 0, documents: 0, seconds: 0 }, { notes: false, colour: false });
};

export const TEST_REPORTERS: Readonly<Record<string, TestReporter>> & { readonly pretty: TestReporter } = {
  pretty,
  json,
  junit,
  github: annotations,
};
