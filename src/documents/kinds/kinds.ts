/** All kinds of document. */

import type { Kind } from "../document";
import { automationRule } from "./automation-rule";
import { detectionTest } from "./detection-test";
import { workspaceFunction } from "./function";
import { huntingQuery } from "./hunting-query";
import type { KindDefinition } from "./kind";
import { nrt } from "./nrt";
import { playbook } from "./playbook";
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
  tenant,
  detectionTest,
];
