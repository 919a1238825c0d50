/** The program of a binder process: a request a line on standard input, its answer a line on standard output. It is bundled into one
 *  file and frozen as a start-up snapshot, after it has bound a few queries: what the library makes on first use is made by then. */

import "./array-methods";
import { readSync, writeSync } from "node:fs";
import { startupSnapshot } from "node:v8";
import { type BindRequest, bind } from "../../kql/check";
import { returnArrayMethods } from "./array-methods";

/** Between them they use most of what rules use. */
const WARM_UP: readonly string[] = [
  `let threshold = 5; let since = ago(1d);
  SigninLogs | where TimeGenerated > since and ResultType in ("50126", "50053") and isnotempty(UserPrincipalName)
  | extend Domain = tolower(tostring(split(UserPrincipalName, "@")[1])), City = tostring(LocationDetails.city)
  | summarize Failures = count(), Addresses = make_set(IPAddress, 100), arg_max(TimeGenerated, *) by Domain, bin(TimeGenerated, 1h)
  | where Failures >= threshold and Domain !endswith ".example" and Domain matches regex @"^[a-z]+"
  | join kind=inner (AuditLogs | mv-expand TargetResources | where Result =~ "success"
    | extend Target = tostring(TargetResources.userPrincipalName) | project Target, OperationName, CorrelationId) on CorrelationId
  | project TimeGenerated, Domain, Failures, Target, Note = strcat(Domain, iff(Failures > 9, " many", " few"))
  | sort by Failures desc | take 10`,
  `let f = (name:string) { table(name) | where TimeGenerated between (ago(2d) .. now()) };
  union isfuzzy=true f("SigninLogs"), f("AADNonInteractiveUserSignInLogs") | summarize dcount(IPAddress), max(TimeGenerated) by UserId`,
  `SecurityEvent | where EventID == 4688 | parse CommandLine with * "-enc " Encoded " " * | where Encoded has_any ("a", "b")
  | extend Details = parse_json(EventData) | project-away TenantId | distinct Computer, Account, Encoded`,
];

const WARM_UP_ROUNDS = 3;
const CHUNK_BYTES = 1 << 16;

function main(): void {
  for (const line of linesOf(0)) {
    // The program is most of an answer, and of no use to who only checks.
    const { program: _, ...answer } = bind(JSON.parse(line) as BindRequest);
    writeAll(Buffer.from(`${JSON.stringify(answer)}\n`));
  }
}

/** Lines as they come in. The process has nothing else to do, so it waits in the call. */
function* linesOf(descriptor: number): Generator<string> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest: Buffer = Buffer.alloc(0);
  for (;;) {
    const count = patiently(() => readSync(descriptor, chunk));
    if (count === 0) return;
    rest = Buffer.concat([rest, chunk.subarray(0, count)]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield rest.toString("utf8", 0, end);
      rest = rest.subarray(end + 1);
    }
  }
}

function writeAll(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    const from = at;
    at += patiently(() => writeSync(1, bytes, from));
  }
}

/** Pipes that are not ready say so; then again in a moment. */
function patiently(act: () => number): number {
  for (;;) {
    try {
      return act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EOF") return 0;
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

for (let round = 0; round < WARM_UP_ROUNDS; round++) {
  for (const text of WARM_UP) bind({ text });
}
returnArrayMethods();
startupSnapshot.setDeserializeMainFunction(main);
