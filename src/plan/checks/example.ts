/** A small complete rule, from which the examples of checks are made. */

const LINES = {
  key: "key: bad-address",
  name: "name: Sign-in from a bad address",
  severity: "severity: Medium",
  query: 'query: SigninLogs | where ResultType == "50126"',
  queryFrequency: "queryFrequency: 1h",
  queryPeriod: "queryPeriod: 1h",
  triggerOperator: "triggerOperator: gt",
  triggerThreshold: "triggerThreshold: 0",
} as const;

/** The rule with some lines replaced (an empty one leaves the key out) and others added. */
export function rule(lines: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = { ...LINES, ...lines };
  return Object.values(all)
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}
