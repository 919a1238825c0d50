/** The Tenant document of a case: the one it names, or any; at the stage of the case. */

import type { TenantDocument } from "../../compiler";
import type { Parsed } from "../../diagnostics";
import { namedDocument, TENANTS } from "../named-document";
import { madeId } from "./made-id";
import { type PlaybookFrame, unknownName } from "./playbook-frame";

/** Stands for any tenant: a playbook is compiled for it as it is written. */
const ANY_TENANT = {
  tenantId: "00000000-0000-0000-0000-000000000000",
  workspace: { subscriptionId: "00000000-0000-0000-0000-000000000000", resourceGroup: "rg", name: "workspace" },
  playbooks: { resourceGroup: "rg-playbooks", location: "westeurope" },
  breakGlass: { group: madeId("group", "break-glass") },
} as const;

/** Tests run as if the tenant and its override let everything act; the case may say otherwise. */
export function caseTenant({ test, body, documents }: PlaybookFrame): Parsed<TenantDocument | undefined> {
  const named = test.body.tenant === undefined ? undefined : namedDocument(test.body.tenant, TENANTS, documents);
  if (named && "message" in named)
    return { value: undefined, diagnostics: [unknownName(named.message, test.place.at("/tenant"), named.help)] };
  const base: TenantDocument = named ?? { kind: "Tenant", key: "any", body: ANY_TENANT, place: test.place };
  const { [test.body.playbook]: own, ...others } = (base.body.overrides ?? {}) as Readonly<Record<string, unknown>>;
  const { stage: _stage, ...kept } = (own ?? {}) as Readonly<Record<string, unknown>>;
  const overrides = Object.keys(kept).length > 0 ? { ...others, [test.body.playbook]: kept } : others;
  const { overrides: _overrides, ...rest } = base.body;
  const stage = body.stage ?? test.body.stage ?? "enforce";
  return {
    value: { ...base, body: { ...rest, stage, ...(Object.keys(overrides).length > 0 ? { overrides } : {}) } },
    diagnostics: [],
  };
}
