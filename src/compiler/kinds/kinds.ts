/** How each kind of document that is deployed becomes resources. */

import type { Kind } from "../../documents";
import { anyKind, type KindCompiler } from "../frame";
import { scheduled } from "./scheduled";

const compilers: readonly KindCompiler[] = [anyKind(scheduled)];

/** The compiler of a kind; undefined for kinds that become nothing. */
export function compilerOf(kind: Kind): KindCompiler | undefined {
  return compilers.find((each) => each.kind === kind);
}
