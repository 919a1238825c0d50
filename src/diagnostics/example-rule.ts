/** A small complete rule, from which the examples of checks are made. */

const RULE = {
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
export function exampleRule(lines: Readonly<Record<string, string>> = {}): string {
  return exampleLines({ ...RULE, ...lines });
}

/** Lines as a document; an empty one is left out. */
export function exampleLines(lines: Readonly<Record<string, string>>): string {
  return Object.values(lines)
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}
