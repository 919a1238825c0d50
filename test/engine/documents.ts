/** Documents for the engine tests: small, one of each kind. */

export function rule(key: string, more = ""): string {
  return `kind: Scheduled
key: ${key}
name: ${more.includes("name:") ? "" : key}
severity: Medium
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
tactics: [InitialAccess]
query: SigninLogs | take 1
${more}`.replace("name: \n", "");
}
