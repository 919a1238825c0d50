/** Every check record of picket, for `explain`, SARIF and the pages under docs/checks. */

import { checks as accessChecks } from "../access/check";
import { compilerChecks } from "../compiler";
import { type CheckInfo, compareTexts } from "../diagnostics";
import { documentChecks } from "../documents";
import { checks as kqlChecks } from "../kql/check";
import { testingChecks } from "../operations";
import { operationChecks } from "../operations/project";
import { resourceChecks } from "../plan";
import { checks as playbookChecks } from "../playbook/check";
import { repositoryChecks } from "../repository";
import { batchChecks } from "./batch-checks";

export const allChecks: readonly CheckInfo[] = [
  ...documentChecks,
  ...compilerChecks,
  ...resourceChecks,
  ...repositoryChecks,
  ...accessChecks,
  ...kqlChecks,
  ...playbookChecks,
  ...operationChecks,
  ...testingChecks,
  ...Object.values(batchChecks),
].sort((left, right) => compareTexts(left.code, right.code));
