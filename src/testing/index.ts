/** Face of the room: runs the test documents. */

export { testingChecks } from "./checks/checks";
export { isTest, runTests, type TestDocument } from "./run-tests";
export type { CaseResult, Difference, TestCase, TestContext, TestKind } from "./test-case";
