/** Which documents a tenant takes, and whether the names by which it chooses exist. */

import { type Diagnostic, didYouMean, finding } from "../../diagnostics";
import { type Document, pointerStep } from "../../documents";
import { unknownAdopted } from "../checks/unknown-adopted";
import { unknownPack } from "../checks/unknown-pack";
import { compilerOf } from "../kinds/kinds";
import { ONBOARDING_NAME } from "../kinds/onboarding";
import { STARTER_NAME } from "../kinds/playbook-starter";
import type { ResolvedTenant } from "./resolved-tenant";

const PLANES = ["analytics", "access", "response"] as const;

/** Whether the document is of a plane and a pack that the tenant takes. */
export function isTaken(document: Document, tenant: ResolvedTenant): boolean {
  const { body } = tenant;
  const plane = compilerOf(document.kind)?.plane;
  if (plane === undefined || !ownsPlane(tenant, plane)) return false;
  return body.packs === undefined || body.packs.includes(packOf(document));
}

/** Whether this stack, and not another one of the same tenant, has the resources of a plane. */
export function ownsPlane({ body }: ResolvedTenant, plane: (typeof PLANES)[number]): boolean {
  return (body.planes ?? PLANES).includes(plane);
}

/** Packs and adopted documents that do not exist. */
export function namingFindings({ body, at }: ResolvedTenant, documents: readonly Document[]): readonly Diagnostic[] {
  const packs = new Set(["core", ...documents.map(packOf)]);
  const unknownPacks = (body.packs ?? []).flatMap((pack, index) => {
    if (packs.has(pack)) return [];
    const help = didYouMean(pack, packs);
    return [
      finding(unknownPack, {
        message: `no document belongs to the pack \`${pack}\``,
        at: at(`/packs/${index}`),
        ...(help ? { help } : {}),
      }),
    ];
  });
  const keys = new Set(documents.map(({ key }) => key));
  const unknown = Object.keys(body.adopt ?? {}).flatMap((name) => {
    const key = documentOf(name);
    if (keys.has(key) || TENANT_RESOURCES.has(name)) return [];
    const help = didYouMean(key, keys);
    const span = at(`/adopt${pointerStep(name)}`, "key");
    return [
      finding(unknownAdopted, { message: `no document has the key \`${key}\``, at: span, ...(help ? { help } : {}) }),
    ];
  });
  return [...unknownPacks, ...unknown];
}

/** The key of the document that a resource of the Plan comes from. */
export function documentOf(name: string): string {
  return name.split("--")[0] ?? name;
}

/** What a Plan has beside the resources of documents. */
const TENANT_RESOURCES: ReadonlySet<string> = new Set([ONBOARDING_NAME, STARTER_NAME]);

function packOf({ body }: Document): string {
  return body.pack ?? "core";
}
