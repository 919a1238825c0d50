/** What Microsoft's binder reports, as findings of picket: by family, with its own code in the help. */

import type { CheckInfo } from "../../diagnostics";
import { type KustoCode, type KustoDiagnostic, listItems } from "../kusto/library";
import type { Finding } from "./finding";

const syntax: CheckInfo = {
  code: "PKT2001",
  severity: "error",
  title: "a syntax error",
  why: "The service can't read the query.",
  source: "kusto language service 12.4.1",
  avoid: "print (1",
  prefer: "print (1)",
};

const meaning: CheckInfo = {
  code: "PKT2002",
  severity: "error",
  title: "a query that does not bind",
  why: "The query can be read, but a name, a type or an argument in it is wrong.",
  source: "kusto language service 12.4.1",
  avoid: "print a = 1 | where b == 1",
  prefer: "print a = 1 | where a == 1",
};

const advice: CheckInfo = {
  code: "PKT2003",
  severity: "warning",
  title: "a warning of the binder",
  why: "The service accepts this, but it may not do what was meant.",
  source: "kusto language service 12.4.1",
  avoid: "union isfuzzy=true Nowhere, (print a = 1)",
  prefer: "print a = 1",
};

export const binderChecks = { syntax, meaning, advice } as const;

/** Syntax errors have numbers below 100. */
const MEANING_FROM = 100;

/** Errors that the engine does not raise: it takes these queries. */
const FALSE_ERRORS: ReadonlySet<string> = new Set(["KS107"]);

export function binderFindings(code: KustoCode, text: string): readonly Finding[] {
  return listItems<KustoDiagnostic>(code.GetDiagnostics()).flatMap((each) => findingOf(each, text));
}

function findingOf({ Code, Severity, Start, Length, Message }: KustoDiagnostic, text: string): readonly Finding[] {
  if (Severity !== "Error" && Severity !== "Warning") return [];
  const isError = Severity === "Error" && !FALSE_ERRORS.has(Code);
  const check = isError ? (Number(Code.slice(2)) < MEANING_FROM ? syntax : meaning) : advice;
  const start = Math.min(Start, text.length);
  return [
    {
      code: check.code,
      severity: check.severity,
      message: sentence(Message),
      help: `Microsoft's code is ${Code}`,
      start,
      end: Math.min(text.length, start + Math.max(Length, 1)),
    },
  ];
}

/** In the project's form: lower case, user text in back-ticks, no stop at the end. */
function sentence(message: string): string {
  const text = message
    .replace(/'([^']*)'/g, "`$1`")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\.$/, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}
