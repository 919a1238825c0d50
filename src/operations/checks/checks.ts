/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { badState } from "./bad-state";
import { noNewDocument } from "./no-new-document";
import { noQuery } from "./no-query";
import { unknownTenant } from "./unknown-tenant";

export const operationChecks: readonly CheckInfo[] = [badState, noNewDocument, noQuery, unknownTenant];
