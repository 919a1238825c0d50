/** The Plan of a tenant, from a project folder or from documents at hand. */

import { type CompileContext, checkTogether, compileTenant } from "../compiler";
import { type Diagnostic, didYouMean, finding, hasErrors, sortDiagnostics } from "../diagnostics";
import type { Document } from "../documents";
import type { Plan } from "../plan";
import { type Binder, besideOnDisk, binderPool, readProject, remembered } from "../repository";
import { boundBy } from "./bound-by";
import { DAY_CHARS } from "./check";
import { noTenant, unknownTenant } from "./checks/unknown-tenant";
import { namesUnread, withoutEchoes } from "./echoes";

export interface Planned {
  /** Absent where anything in the documents is wrong: a Plan without a broken file's document would delete what it deployed. */
  readonly plan?: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanRequest {
  /** The project's folder, which holds rules/ and tenants/. */
  readonly folder: string;
  /** Key of a Tenant document. */
  readonly tenant: string;
  /** ISO 8601: decides which exceptions have ended. */
  readonly now: string;
  /** Whether a kept result is given where nothing has changed (default true). */
  readonly cache?: boolean;
  /** Makes what binds the queries, when it comes to that (default: processes of their own, where that pays). */
  readonly binder?: () => Binder;
}

export async function planTenant({
  folder,
  tenant,
  now,
  cache = true,
  binder: makeBinder = binderPool,
}: PlanRequest): Promise<Planned> {
  return remembered({
    root: folder,
    question: ["plan", now.slice(0, DAY_CHARS), tenant],
    cache,
    make: async (reads) => {
      const binder = makeBinder();
      try {
        const read = readProject(folder, reads);
        const beside = besideOnDisk(folder, reads);
        return await boundBy(binder, (bound) => planOf(read, tenant, { now, purpose: "deploy", beside, bound }));
      } finally {
        binder.end();
      }
    },
  });
}

interface ReadDocuments {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same for documents that were read already, with what was found while reading. */
export function planOf(
  { documents, diagnostics: found }: ReadDocuments,
  tenant: string,
  context: CompileContext,
): Planned {
  const tenants = documents.flatMap((document) => (document.kind === "Tenant" ? [document] : []));
  const chosen = tenants.find(({ key }) => key === tenant);
  // A tenant that could not be read is not missing.
  if (!chosen && namesUnread(found).has(tenant)) return { diagnostics: sortDiagnostics(found) };
  if (!chosen || chosen.body.tenantId === undefined) {
    const known = tenants.filter(({ body }) => body.tenantId !== undefined).map(({ key }) => key);
    const help = didYouMean(tenant, known) ?? (known.length > 0 ? `one of ${known.join(", ")}` : noTenant);
    const message = chosen ? `\`${tenant}\` is a base: it has no tenantId` : `no tenant has the key \`${tenant}\``;
    return {
      diagnostics: sortDiagnostics([
        ...found,
        finding(unknownTenant, { message, help, ...(chosen ? { at: chosen.place.at("") } : {}) }),
      ]),
    };
  }
  const compiled = compileTenant(chosen, documents, context);
  const told = withoutEchoes([...checkTogether(documents), ...compiled.diagnostics], found);
  const diagnostics = sortDiagnostics([...found, ...told]);
  return compiled.value && !hasErrors(diagnostics) ? { plan: compiled.value, diagnostics } : { diagnostics };
}
