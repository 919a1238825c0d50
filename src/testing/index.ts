/** Face of the room: runs the test documents. */

export type { TestDocument } from "./case-query";
export { testingChecks } from "./checks/checks";
export { type CaseResult, type Difference, runTests, type TestContext } from "./run-tests";
