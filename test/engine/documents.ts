/** Documents for the engine tests: one of each kind, with what a test wants to say differently. */

/** YAML values by key; undefined leaves a key out. */
type Keys = Readonly<Record<string, string | undefined>>;

export function rule(key: string, keys: Keys = {}): string {
  return document({
    kind: "Scheduled",
    key,
    name: key,
    severity: "Medium",
    queryFrequency: "1h",
    queryPeriod: "1h",
    triggerOperator: "gt",
    triggerThreshold: "0",
    tactics: "[InitialAccess]",
    query: "SigninLogs | where ResultType == '1'",
    ...keys,
  });
}

export function nrtRule(key: string, keys: Keys = {}): string {
  const scheduleKeys = { queryFrequency: undefined, queryPeriod: undefined };
  return rule(key, { kind: "NRT", ...scheduleKeys, triggerOperator: undefined, triggerThreshold: undefined, ...keys });
}

export function hunt(key: string, keys: Keys = {}): string {
  return document({
    kind: "HuntingQuery",
    key,
    name: key,
    tactics: "[Discovery]",
    query: "SigninLogs | where ResultType == '1'",
    ...keys,
  });
}

export function workspaceFunction(key: string, keys: Keys = {}): string {
  return document({
    kind: "Function",
    key,
    name: "BadSources",
    query: "SigninLogs | where ResultType == '1'",
    ...keys,
  });
}

export function watchlist(key: string, keys: Keys = {}): string {
  return document({
    kind: "Watchlist",
    key,
    alias: "KnownEgress",
    searchKey: "Address",
    columns: "[Address, Owner]",
    rows: "[[192.0.2.0/24, HQ], [198.51.100.0/24, Lab]]",
    ...keys,
  });
}

function document(keys: Keys): string {
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `${lines.join("\n")}\n`;
}
