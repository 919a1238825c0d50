/** Who gains and who loses access between an old state and the documents, in sentences. */

import { askProof, type Change } from "../access/run";
import { oldAccess, scopeWords } from "../compiler";
import { type Diagnostic, finding } from "../diagnostics";
import type { OldState } from "../plan";
import { accessNotCompared } from "./checks/access-not-compared";
import { type AccessRequest, readAccess } from "./tenant-access";

export interface AccessChanges {
  readonly changes: readonly Change[];
  /** Over which policies. */
  readonly scope: string;
}

/** No value where the two can't be compared, which a warning says: the Plan itself is sound. */
export function accessChanges(
  request: AccessRequest,
  old: OldState,
): { readonly access?: AccessChanges; readonly diagnostics: readonly Diagnostic[] } {
  const { access } = readAccess(request);
  if (!access) return { diagnostics: [] };
  const before = oldAccess(old, access);
  const { value, diagnostics } = askProof({
    policies: access.deployed,
    before: before.policies,
    directory: access.directory,
    directoryBefore: before.directory,
    question: { kind: "diff" },
    names: access.names,
  });
  const told = diagnostics.map(({ pointer: _pointer, ...rest }) => rest);
  if (value && "changes" in value) {
    return { access: { changes: value.changes, scope: scopeWords(access) }, diagnostics: told };
  }
  const [first] = told.filter(({ severity }) => severity === "error");
  const message = `what the change means for sign-ins can't be told: ${first?.message ?? "no answer"}`;
  return { diagnostics: [finding(accessNotCompared, { message })] };
}
