/** The access of a tenant, from the project's documents or from an export alone. */

import { accessInTenant, exportedAccess, type TenantAccess } from "../compiler";
import { type Diagnostic, didYouMean, finding, hasErrors } from "../diagnostics";
import { besideOnDisk, readProject, readTextFile } from "../repository";
import { badPolicies } from "./checks/bad-policies";
import { noTenant, unknownTenant } from "./checks/unknown-tenant";
import { namesUnread } from "./echoes";

export interface AccessRequest {
  readonly folder: string;
  /** Key of a Tenant document; absent where `policies` names a file. */
  readonly tenant?: string;
  /** A file with policies as Graph exports them. */
  readonly policies?: string;
  readonly now: string;
}

export interface AccessRead {
  /** Absent where anything in it is wrong. */
  readonly access?: TenantAccess;
  readonly diagnostics: readonly Diagnostic[];
}

export function readAccess({ folder, tenant, policies, now }: AccessRequest): AccessRead {
  if (policies !== undefined) return readExport(folder, policies);
  const { documents, diagnostics: found } = readProject(folder);
  const tenants = documents.flatMap((each) => (each.kind === "Tenant" ? [each] : []));
  const chosen = tenants.find(({ key }) => key === tenant);
  if (!chosen && namesUnread(found).has(tenant ?? ""))
    return { diagnostics: found.filter(({ severity }) => severity === "error") };
  if (!chosen) {
    const known = tenants.map(({ key }) => key);
    const help = didYouMean(tenant ?? "", known) ?? (known.length > 0 ? `one of ${known.join(", ")}` : noTenant);
    const message = `no tenant has the key \`${tenant ?? ""}\``;
    return { diagnostics: [finding(unknownTenant, { message, help })] };
  }
  const context = { now, purpose: "check", beside: besideOnDisk(folder) } as const;
  const { value, diagnostics } = accessInTenant(chosen, documents, context);
  const errors = [...found, ...diagnostics].filter(({ severity }) => severity === "error");
  return value && !hasErrors(errors) ? { access: value, diagnostics: [] } : { diagnostics: errors };
}

function readExport(folder: string, path: string): AccessRead {
  const text = readTextFile(folder, path);
  const access = text === undefined ? "can't be read" : exportedAccess(text);
  if (typeof access !== "string") return { access, diagnostics: [] };
  const help =
    text === undefined ? undefined : "a list of policies, Graph's answer with `value`, or an object with `policies`";
  return { diagnostics: [finding(badPolicies, { message: `\`${path}\` ${access}`, ...(help ? { help } : {}) })] };
}
