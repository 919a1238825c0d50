/** Findings as SARIF 2.1.0, which code scanning shows on a pull request.
 *  Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, read 2026-11-24. */

import { type CheckInfo, compareTexts, type Diagnostic, placeOf, type Severity } from "../../diagnostics";
import { allChecks } from "../all-checks";
import type { Reporter } from "./report";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

export const sarif: Reporter = ({ diagnostics }) => {
  const used = new Set(diagnostics.map(({ code }) => code));
  const rules = allChecks
    .filter(({ code }) => used.has(code))
    .sort((left, right) => compareTexts(left.code, right.code));
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "picket", rules: rules.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((each) => resultOf(each, indexes)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function ruleOf({ code, title, why, severity }: CheckInfo): object {
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf({ code, severity, message, help, at }: Diagnostic, indexes: ReadonlyMap<string, number>): object {
  const text = help === undefined ? message : `${message}\n${help}`;
  const index = indexes.get(code);
  return {
    ruleId: code,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[severity],
    message: { text },
    locations: at ? [locationOf(at)] : [],
  };
}

function locationOf(at: NonNullable<Diagnostic["at"]>): object {
  const { path, start, end } = placeOf(at);
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { physicalLocation: { artifactLocation: { uri: encodeURI(path) }, region } };
}
