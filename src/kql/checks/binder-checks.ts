/** The families of what Microsoft's binder reports. */

import type { CheckInfo } from "../../diagnostics";

const syntax: CheckInfo = {
  code: "PKT2001",
  severity: "error",
  title: "a syntax error",
  why: "The service can't read the query.",
  source: "kusto language service 12.4.1",
  avoid: 'SigninLogs | where (ResultType == "0"',
  prefer: 'SigninLogs | where (ResultType == "0")',
  nearMiss: 'SigninLogs | where AppDisplayName has "(" // ( in a text and in a comment',
};

const meaning: CheckInfo = {
  code: "PKT2002",
  severity: "error",
  title: "a query that does not bind",
  why: "The query can be read, but a type or an argument in it is wrong.",
  source: "kusto language service 12.4.1",
  avoid: "SigninLogs | where ResultType > 0",
  prefer: "SigninLogs | where toint(ResultType) > 0",
  nearMiss: "SigninLogs | where ResultType == 0",
};

const advice: CheckInfo = {
  code: "PKT2003",
  severity: "warning",
  title: "a warning of the binder",
  why: "The service accepts this, but it may not do what was meant.",
  source: "kusto language service 12.4.1",
  avoid: "union isfuzzy=true CloudSigninLogs, SigninLogs",
  prefer: "union isfuzzy=true AADNonInteractiveUserSignInLogs, SigninLogs",
  nearMiss: "let CloudSigninLogs = SigninLogs | where IsInteractive; union isfuzzy=true CloudSigninLogs, AuditLogs",
};

const unmatchedTables: CheckInfo = {
  code: "PKT2004",
  severity: "error",
  title: "a pattern that matches no table",
  why: "No table whose name has that form is shipped, given or made a view by `let`; the service refuses the query.",
  source: "kusto language service 12.4.1",
  avoid: "union Sign_in*",
  prefer: "union SigninLogs",
  nearMiss: "union Signin*",
};

const unknownFunction: CheckInfo = {
  code: "PKT2005",
  severity: "error",
  title: "an unknown function",
  why: "No function of that name is built in, given or bound by `let`; the service refuses the query.",
  source: "kusto language service 12.4.1",
  avoid: "SigninLogs | extend Name = to_lower(UserPrincipalName)",
  prefer: "SigninLogs | extend Name = tolower(UserPrincipalName)",
  nearMiss: "let to_lower = (Text: string) { tolower(Text) }; SigninLogs | extend Name = to_lower(UserPrincipalName)",
};

const unknownName: CheckInfo = {
  code: "PKT2006",
  severity: "error",
  title: "an unknown name",
  why: "The name is no column, variable or table at this place; the service refuses the query.",
  source: "kusto language service 12.4.1",
  avoid: 'SigninLogs | where UserPrincipleName == "ann@contoso.com"',
  prefer: 'SigninLogs | where UserPrincipalName == "ann@contoso.com"',
  nearMiss: 'SigninLogs | where LocationDetails.city == "Oslo"',
};

export const binderChecks = { syntax, meaning, advice, unmatchedTables, unknownFunction, unknownName } as const;
