/** The check records of conditional access. */

import type { CheckInfo } from "../../../diagnostics";
import { accessNotProven } from "./access-not-proven";
import { baselineFile } from "./baseline-file";
import { baselineTwin } from "./baseline-twin";
import { breakGlassUnnamed } from "./break-glass-unnamed";
import { existingId } from "./existing-id";
import { locationOverride } from "./location-override";
import { lockOut } from "./lock-out";
import { lockOutByBaseline } from "./lock-out-by-baseline";
import { neverLockedOut } from "./never-locked-out";
import { noBreakGlass } from "./no-break-glass";
import { cannotDeploy } from "./not-deployable";
import { unknownApplication } from "./unknown-application";
import { unknownReference } from "./unknown-reference";
import { unknownRole } from "./unknown-role";
import { userActionStage } from "./user-action-stage";

export const accessChecks: readonly CheckInfo[] = [
  accessNotProven,
  baselineFile,
  baselineTwin,
  breakGlassUnnamed,
  existingId,
  locationOverride,
  lockOut,
  lockOutByBaseline,
  neverLockedOut,
  noBreakGlass,
  cannotDeploy,
  unknownApplication,
  unknownReference,
  unknownRole,
  userActionStage,
];
