/** Face of the room: runs the test documents. */

export { titleOf } from "./access/case-claim";
export { type AskedSignIn, askedSignIns } from "./access/case-sign-in";
export { claimSubjects } from "./access/claim-subjects";
export { testingChecks } from "./checks/checks";
export { type Coverage, testCoverage } from "./coverage";
export { anyTenant } from "./detection/case-tenant";
export { watchlistContent } from "./detection/case-watchlists";
export { type GivenRow, readEvents } from "./detection/event-files";
export { firstTest, type Testable } from "./detection/first-test";
export { typedTable, withTable } from "./detection/given-table";
export { type PlacedTap, tapLines } from "./detection/row-trace";
export { ticksOf } from "./detection/typed-events";
export { isTest, runTests, type TestDocument, testFindings, testsOf } from "./run-tests";
export type { CaseResult, Difference, TestCase, TestContext, TestKind } from "./test-case";
