/** How each kind of document that is deployed becomes resources. */

import type { Kind } from "../../documents";
import { anyKind, type KindCompiler } from "../frame";
import { authenticationStrength } from "./authentication-strength";
import { automationRule } from "./automation-rule";
import { conditionalAccessPolicy } from "./conditional-access-policy";
import { workspaceFunction } from "./function";
import { group } from "./group";
import { huntingQuery } from "./hunting-query";
import { namedLocation } from "./named-location";
import { nrt } from "./nrt";
import { playbook } from "./playbook";
import { scheduled } from "./scheduled";
import { watchlist } from "./watchlist";

const compilers: readonly KindCompiler[] = [
  anyKind(scheduled),
  anyKind(nrt),
  anyKind(huntingQuery),
  anyKind(workspaceFunction),
  anyKind(watchlist),
  anyKind(conditionalAccessPolicy),
  anyKind(namedLocation),
  anyKind(authenticationStrength),
  anyKind(group),
  anyKind(playbook),
  anyKind(automationRule),
];

/** The compiler of a kind; undefined for kinds that become nothing. */
export function compilerOf(kind: Kind): KindCompiler | undefined {
  return compilers.find((each) => each.kind === kind);
}
