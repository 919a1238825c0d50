/** A tenant's exceptions: result rows that are not to alert, for a time. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { type Document, formats, isCidr, pointerStep, toldValue } from "../../documents";
import { exceptionExpired } from "../checks/exception-expired";
import { exceptionExpiring } from "../checks/exception-expiring";
import { exceptionValue } from "../checks/exception-value";
import { unknownException } from "../checks/unknown-exception";
import { kqlString } from "../parameters/kql-literal";
import type { ExceptionColumns } from "../queries/compiled-query";
import { madePart, type QueryPart } from "../queries/query-text";
import type { ResolvedTenant } from "./resolved-tenant";

/** Days before its last one on which an exception is told to end. */
const EXPIRY_WARNING_DAYS = 14;
const DAY_MS = 86_400_000;

/** The filters after a rule's query, one for each exception: rows of which it can't be decided are kept. */
export function exceptionParts(tenant: ResolvedTenant | undefined, rule: string): readonly QueryPart[] {
  return ownExceptions(tenant, rule).map(({ index, where, at }) => {
    const text = `\n| where not(coalesce(${Object.entries(where).map(condition).join(" and ")}, false))`;
    return madePart(text, { exception: index }, () => at(""));
  });
}

/** The columns that the exceptions for a rule name. */
export function exceptionColumns(tenant: ResolvedTenant | undefined, rule: string): readonly ExceptionColumns[] {
  return ownExceptions(tenant, rule).map(({ index, where, at }) => ({
    index,
    columns: Object.keys(where).map((name) => ({ name, at: at(pointerStep(name), "key") })),
  }));
}

function ownExceptions(tenant: ResolvedTenant | undefined, rule: string) {
  if (!tenant) return [];
  return (tenant.body.exceptions ?? []).flatMap((exception, index) => {
    const at = (step: string, part?: "key" | "value") => tenant.at(`/exceptions/${index}/where${step}`, part);
    return exception.rule === rule ? [{ index, where: exception.where, at }] : [];
  });
}

function condition([column, wanted]: readonly [string, unknown]): string {
  const name = formats.identifier.test(column) ? column : `[${kqlString(column)}]`;
  if (isRanges(wanted)) {
    const ranges = wanted.cidr.map(kqlString).join(", ");
    const isV6 = wanted.cidr.some((range) => range.includes(":"));
    const v4 = wanted.cidr.filter((range) => !range.includes(":")).map(kqlString);
    const v6 = wanted.cidr.filter((range) => range.includes(":")).map(kqlString);
    if (!isV6) return `ipv4_is_in_any_range(tostring(${name}), dynamic([${ranges}]))`;
    const both = [
      ...(v4.length > 0
        ? [`coalesce(ipv4_is_in_any_range(tostring(${name}), dynamic([${v4.join(", ")}])), false)`]
        : []),
      `coalesce(ipv6_is_in_any_range(tostring(${name}), dynamic([${v6.join(", ")}])), false)`,
    ];
    return `(${both.join(" or ")})`;
  }
  const values = Array.isArray(wanted) ? wanted : [wanted];
  return `tostring(${name}) in~ (${values.map((value) => kqlString(String(value))).join(", ")})`;
}

function isRanges(value: unknown): value is { readonly cidr: readonly string[] } {
  return value !== null && typeof value === "object" && !Array.isArray(value) && "cidr" in value;
}

export interface ExceptionContext {
  /** ISO 8601. */
  readonly now: string;
  /** An expired exception stops a check; at deployment it is kept with a warning, so that no expiry stops a deployment. */
  readonly purpose: "check" | "deploy";
}

/** What is wrong with the exceptions: unknown rules, values, and those that have ended or will soon. */
export function exceptionFindings(
  tenant: ResolvedTenant,
  documents: readonly Document[],
  context: ExceptionContext,
): readonly Diagnostic[] {
  const rules = documents.flatMap(({ kind, key }) => (kind === "Scheduled" || kind === "NRT" ? [key] : []));
  return (tenant.body.exceptions ?? []).flatMap(({ rule, where, until }, index) => {
    const pointer = `/exceptions/${index}`;
    const diagnostics = [
      ...valueFindings(tenant, pointer, where),
      ...expiryFindings(tenant, { pointer, rule, until }, context),
    ];
    if (rules.includes(rule)) return diagnostics;
    const help = didYouMean(rule, rules);
    const at = tenant.at(`${pointer}/rule`);
    return [
      finding(unknownException, { message: `no rule has the key \`${rule}\``, at, ...(help ? { help } : {}) }),
      ...diagnostics,
    ];
  });
}

function valueFindings(
  tenant: ResolvedTenant,
  pointer: string,
  where: Readonly<Record<string, unknown>>,
): readonly Diagnostic[] {
  if (Object.keys(where).length === 0) {
    return [
      finding(exceptionValue, {
        message: "an exception without a condition would silence the whole rule",
        at: tenant.at(`${pointer}/where`),
      }),
    ];
  }
  return Object.entries(where).flatMap(([column, wanted]) => {
    const at = tenant.at(`${pointer}/where${pointerStep(column)}`);
    if (isRanges(wanted)) {
      const ranges = Array.isArray(wanted.cidr) ? wanted.cidr : [wanted.cidr];
      const wrong = ranges.find((range) => typeof range !== "string" || !isCidr(range));
      if (!Array.isArray(wanted.cidr) || ranges.length === 0)
        return [finding(exceptionValue, { message: "expected a list of ranges", at })];
      return wrong === undefined
        ? []
        : [finding(exceptionValue, { message: `expected ${formats.cidr.expected}, got ${toldValue(wrong)}`, at })];
    }
    const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    const isPlain =
      values.length > 0 && values.every((value) => ["string", "number", "boolean"].includes(typeof value));
    return isPlain
      ? []
      : [
          finding(exceptionValue, {
            message: `expected a text, a list of texts or { cidr: [ranges] }, got ${toldValue(wanted)}`,
            at,
          }),
        ];
  });
}

interface Expiring {
  readonly pointer: string;
  readonly rule: string;
  readonly until: string;
}

function expiryFindings(
  tenant: ResolvedTenant,
  { pointer, rule, until }: Expiring,
  { now, purpose }: ExceptionContext,
): readonly Diagnostic[] {
  const at = tenant.at(`${pointer}/until`);
  const left = Date.parse(`${until}T00:00:00Z`) + DAY_MS - Date.parse(now);
  if (left <= 0) {
    const message = `the exception for \`${rule}\` ended on ${until}`;
    const severity = purpose === "check" ? "error" : "warning";
    return [
      finding(exceptionExpired, { message, at, severity, help: "take it out, or give it a new end after a review" }),
    ];
  }
  if (left > EXPIRY_WARNING_DAYS * DAY_MS) return [];
  return [finding(exceptionExpiring, { message: `the exception for \`${rule}\` ends on ${until}`, at })];
}
