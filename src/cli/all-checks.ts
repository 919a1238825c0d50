/** Every check record of picket, for `explain`, SARIF and the pages under docs/checks. */

import { checks as accessChecks } from "../access/check";
import { compilerChecks } from "../compiler";
import { type CheckInfo, compareTexts } from "../diagnostics";
import { documentChecks } from "../documents";
import { checks as kqlChecks } from "../kql/check";
import { operationChecks } from "../operations/project";
import { resourceChecks } from "../plan";
import { repositoryChecks } from "../repository";
import { batchChecks } from "./batch-checks";

export const allChecks: readonly CheckInfo[] = [
  ...documentChecks,
  ...compilerChecks,
  ...resourceChecks,
  ...repositoryChecks,
  ...accessChecks,
  ...kqlChecks,
  ...operationChecks,
  ...Object.values(batchChecks),
].sort((left, right) => compareTexts(left.code, right.code));
