/** A small complete rule, from which examples are made. */

/** The rule's text with some of its top-level keys replaced or, where the line is empty, left out. */
export function rule(lines: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    key: "key: bad-address",
    name: "name: Sign-in from a bad address",
    severity: "severity: Medium",
    query: 'query: SigninLogs | where ResultType == "50126"',
    queryFrequency: "queryFrequency: 1h",
    queryPeriod: "queryPeriod: 1h",
    triggerOperator: "triggerOperator: gt",
    triggerThreshold: "triggerThreshold: 0",
    ...lines,
  };
  return Object.values(all)
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}
