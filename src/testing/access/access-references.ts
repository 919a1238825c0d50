/** What an AccessTest names and the project does not have. */

import { type Diagnostic, finding } from "../../diagnostics";
import type { Document } from "../../documents";
import { testingInfo } from "../checks/checks";
import { type Naming, namedDocument, TENANTS } from "../named-document";
import type { AccessTest } from "./tested-tenant";

const POLICIES: Naming<"ConditionalAccessPolicy"> = { kinds: ["ConditionalAccessPolicy"], noun: "policy" };

/** A policy of the tenant's baseline is named by its id. */
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function accessReferences({ body, place }: AccessTest, documents: readonly Document[]): readonly Diagnostic[] {
  const tenant = { name: body.tenant, naming: TENANTS, pointer: "/tenant" };
  const policies = (["always", "never"] as const).flatMap((list) =>
    (body[list] ?? []).flatMap((claim, index) =>
      (["redundant", "neverDecisive", "neverApplies"] as const).flatMap((kind) =>
        (claim[kind] ?? []).map((name, at) => ({
          name,
          naming: POLICIES,
          pointer: `/${list}/${index}/${kind}/${at}`,
        })),
      ),
    ),
  );
  return [tenant, ...policies.filter(({ name }) => !GUID.test(name))].flatMap(({ name, naming, pointer }) => {
    const named = namedDocument(name, naming, documents);
    if (!("message" in named)) return [];
    const { message, help } = named;
    return [finding(testingInfo.badTest, { message, at: place.at(pointer), ...(help ? { help } : {}) })];
  });
}
