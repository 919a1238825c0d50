/** Every check record of picket, for `explain`, SARIF and the pages under docs/checks. */

import { compilerChecks } from "../compiler";
import { type CheckInfo, compareTexts } from "../diagnostics";
import { documentChecks } from "../documents";
import { operationChecks } from "../operations";
import { resourceChecks } from "../plan";
import { repositoryChecks } from "../repository";
import { batchChecks } from "./batch-checks";

export const allChecks: readonly CheckInfo[] = [
  ...documentChecks,
  ...compilerChecks,
  ...resourceChecks,
  ...repositoryChecks,
  ...operationChecks,
  ...Object.values(batchChecks),
].sort((left, right) => compareTexts(left.code, right.code));
