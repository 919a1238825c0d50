/** Queries of the size and the habits of published analytics rules, each different from all others. */

/** Parts that rules are made of; a query takes one of each row. */
const SOURCES: readonly string[] = [
  `SigninLogs
| where TimeGenerated > ago(lookback)
| where ResultType in ("50126", "50053", "50055", "50056") and AppDisplayName !in~ (ignored)
| extend OS = tostring(DeviceDetail.operatingSystem), Browser = tostring(DeviceDetail.browser), City = tostring(LocationDetails.city)
| extend Account = tolower(UserPrincipalName), Address = IPAddress, Detail = strcat(OS, "/", Browser, "/", City)`,
  `AuditLogs
| where TimeGenerated > ago(lookback)
| where OperationName has_any ("Add member to role", "Add owner", "Update application") and Result =~ "success"
| mv-expand Target = TargetResources
| extend Account = tolower(tostring(InitiatedBy.user.userPrincipalName)), Address = tostring(InitiatedBy.user.ipAddress)
| extend Detail = tostring(Target.displayName), Browser = tostring(Target.type)
| where Account !in~ (ignored)`,
  `SecurityEvent
| where TimeGenerated > ago(lookback)
| where EventID in (4624, 4625, 4648) and LogonType in (3, 10)
| where Account !endswith "$" and not(Account has_any (ignored))
| parse ProcessName with * "\\\\" Browser
| extend Address = iff(IpAddress == "-", "", IpAddress), Detail = strcat(Computer, ":", tostring(LogonType))`,
  `OfficeActivity
| where TimeGenerated > ago(lookback)
| where OfficeWorkload =~ "Exchange" and Operation in~ ("New-InboxRule", "Set-InboxRule", "Set-Mailbox")
| extend Account = tolower(UserId), Address = tostring(split(ClientIP, ":")[0]), Parsed = parse_json(Parameters)
| mv-apply Parsed on (where tostring(Parsed.Name) in ("ForwardTo", "RedirectTo", "DeleteMessage") | summarize Detail = tostring(make_set(tostring(Parsed.Value))))
| extend Browser = UserAgent`,
];

const SUMMARIES: readonly string[] = [
  `| summarize StartTime = min(TimeGenerated), EndTime = max(TimeGenerated), Count = count(), Details = make_set(Detail, 100) by Account, Address, Browser
| where Count >= threshold`,
  `| summarize Count = dcount(Detail), Addresses = make_set(Address), arg_max(TimeGenerated, *) by Account, bin(TimeGenerated, 1h)
| where array_length(Addresses) > 1 and Count > threshold`,
  `| join kind=leftanti (SigninLogs | where TimeGenerated between (ago(14d) .. ago(lookback)) | where ResultType == "0"
  | extend Account = tolower(UserPrincipalName) | distinct Account, IPAddress) on Account, $left.Address == $right.IPAddress
| summarize Count = count(), EndTime = max(TimeGenerated) by Account, Address`,
  `| join kind=inner (IdentityInfo | where TimeGenerated > ago(14d) | summarize arg_max(TimeGenerated, *) by AccountUPN
  | extend Account = tolower(AccountUPN) | project Account, Department, Manager, Tags) on Account
| summarize Count = count(), Departments = make_set(Department), EndTime = max(TimeGenerated) by Account, Manager, Address
| extend Score = case(Count > 50, "High", Count > threshold, "Medium", "Low")`,
];

const ENDS: readonly string[] = [
  `| extend Name = tostring(split(Account, "@")[0]), Suffix = tostring(split(Account, "@")[1])
| sort by Count desc`,
  `| where isnotempty(Account) and Account matches regex @"^[a-z0-9._-]+@"
| extend Name = extract(@"^([^@]+)@", 1, Account), Suffix = replace_string(extract(@"@(.+)$", 1, Account), " ", "")`,
];

/** The numbered query: number decides the parts, and stands in its constants. */
export function detectionQuery(number: number): string {
  const pick = (parts: readonly string[], at: number) => parts[at % parts.length] ?? "";
  const head = `let lookback = ${(number % 12) + 1}h;
let threshold = ${number};
let ignored = dynamic(["svc-${number}@contoso.com", "sync-${number}@contoso.com"]);
`;
  const rest = Math.floor(number / SOURCES.length);
  return `${head}${[pick(SOURCES, number), pick(SUMMARIES, rest), pick(ENDS, Math.floor(rest / SUMMARIES.length))].join("\n")}\n`;
}
