/** All kinds of document. */

import type { Kind } from "../document";
import { accessTest } from "./access-test";
import { authenticationStrength } from "./authentication-strength";
import { automationRule } from "./automation-rule";
import { conditionalAccessPolicy } from "./conditional-access-policy";
import { detectionTest } from "./detection-test";
import { workspaceFunction } from "./function";
import { group } from "./group";
import { huntingQuery } from "./hunting-query";
import type { KindDefinition } from "./kind";
import { namedLocation } from "./named-location";
import { nrt } from "./nrt";
import { playbook } from "./playbook";
import { playbookTest } from "./playbook-test";
import { scheduled } from "./scheduled";
import { table } from "./table";
import { tenant } from "./tenant";
import { watchlist } from "./watchlist";

export const kinds: readonly KindDefinition<Kind>[] = [
  scheduled,
  nrt,
  huntingQuery,
  workspaceFunction,
  watchlist,
  table,
  playbook,
  automationRule,
  conditionalAccessPolicy,
  namedLocation,
  authenticationStrength,
  group,
  tenant,
  detectionTest,
  accessTest,
  playbookTest,
];
