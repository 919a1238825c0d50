/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { unknownTenant } from "./unknown-tenant";

export const operationChecks: readonly CheckInfo[] = [unknownTenant];
