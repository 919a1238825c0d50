/** The tenant of a case: the one it names, or any; at the stage of the case, with its parameters and without the tables it takes away. */

import { resolveTenant, type TenantDocument } from "../../compiler";
import { type Diagnostic, didYouMean, type Parsed } from "../../diagnostics";
import { pointerStep } from "../../documents";
import { standardTableNames } from "../../kql/check";
import { namedDocument, TENANTS } from "../named-document";
import { badTest, type CaseFrame } from "./case-frame";

/** Stands for any tenant: rules are compiled for it as they are written. */
const ANY_TENANT = {
  tenantId: "00000000-0000-0000-0000-000000000000",
  workspace: { subscriptionId: "00000000-0000-0000-0000-000000000000", resourceGroup: "rg", name: "workspace" },
} as const;

export function anyTenant(place: TenantDocument["place"]): TenantDocument {
  return { kind: "Tenant", key: "any", body: ANY_TENANT, place };
}

export function caseTenant(frame: CaseFrame, key: string): Parsed<TenantDocument | undefined> {
  const { test, body, documents } = frame;
  const { with: settings = {} } = body;
  const tenants = documents.flatMap((each) => (each.kind === "Tenant" ? [each] : []));
  const named = settings.tenant === undefined ? undefined : namedDocument(settings.tenant, TENANTS, documents);
  if (named && "message" in named)
    return { value: undefined, diagnostics: [badTest(named.message, frame.at("/with/tenant"), named.help)] };
  const base: TenantDocument = named ?? anyTenant(test.place);
  const resolved = resolveTenant(base, tenants);
  const tables = leftTables(frame, resolved.value.body.tables);
  const { stage: _stage, ...own } = (base.body.overrides?.[key] ?? {}) as Readonly<Record<string, unknown>>;
  const parameters = { ...((own.parameters ?? {}) as object), ...(settings.parameters ?? {}) };
  const { [key]: _own, ...others } = base.body.overrides ?? {};
  const setting = Object.keys(parameters).length > 0 ? { ...own, parameters } : own;
  const overrides = Object.keys(setting).length > 0 ? { ...others, [key]: setting } : others;
  const tenant: TenantDocument = {
    ...base,
    body: {
      ...base.body,
      stage: settings.stage ?? "enforce",
      overrides,
      portal: resolved.value.body.portal ?? "defender",
      ...(tables.value ? { tables: [...tables.value] } : {}),
    },
    place: placeWithCase(base, frame, key),
  };
  return { value: tenant, diagnostics: [...resolved.diagnostics, ...tables.diagnostics] };
}

/** Parameters that the case gives stand in the case. */
function placeWithCase({ place }: TenantDocument, { at, body }: CaseFrame, key: string): TenantDocument["place"] {
  const start = `/overrides${pointerStep(key)}/parameters`;
  const given = Object.keys(body.with?.parameters ?? {});
  return {
    ...place,
    at: (pointer, part) => {
      const inside = pointer.startsWith(`${start}/`) ? pointer.slice(start.length) : "";
      return given.some((name) => inside === pointerStep(name) || inside.startsWith(`${pointerStep(name)}/`))
        ? at(`/with/parameters${inside}`, part)
        : place.at(pointer, part);
    },
  };
}

/** The tables of the workspace without the absent ones; undefined where it has them all. */
function leftTables(
  { body, at, documents }: CaseFrame,
  own: readonly string[] | undefined,
): Parsed<readonly string[] | undefined> {
  const { absent, given = {} } = body;
  if (!absent) return { value: own, diagnostics: [] };
  const declared = documents.flatMap((each) => (each.kind === "Table" ? [each.body.name] : []));
  const all = [...standardTableNames(), ...declared];
  const diagnostics = absent.flatMap((name, index): Diagnostic[] => {
    if (!all.includes(name)) {
      return [badTest(`no table has the name \`${name}\``, at(`/absent/${index}`), didYouMean(name, all))];
    }
    return name in given ? [badTest(`rows are given of the absent table \`${name}\``, at(`/absent/${index}`))] : [];
  });
  return { value: (own ?? all).filter((name) => !absent.includes(name)), diagnostics };
}
