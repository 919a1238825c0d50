/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { accessNotCompared } from "./access-not-compared";
import { badPolicies } from "./bad-policies";
import { badQuestion } from "./bad-question";
import { badSignIn } from "./bad-sign-in";
import { badState } from "./bad-state";
import { noNewDocument } from "./no-new-document";
import { noQuery } from "./no-query";
import { passedOver } from "./passed-over";
import { unknownTenant } from "./unknown-tenant";

export const operationChecks: readonly CheckInfo[] = [
  accessNotCompared,
  badPolicies,
  badQuestion,
  badSignIn,
  badState,
  noNewDocument,
  noQuery,
  passedOver,
  unknownTenant,
];
