/** A tenant with what it extends: one body, and for each part of it the document that it comes from. */

import { type Diagnostic, didYouMean, finding, type Parsed, type Span } from "../../diagnostics";
import { type DocumentOf, pointerSteps } from "../../documents";
import { extendsCycle } from "../checks/extends-cycle";
import { unknownBase } from "../checks/unknown-base";

export type TenantDocument = DocumentOf<"Tenant">;
type TenantBody = TenantDocument["body"];

export interface ResolvedTenant {
  readonly key: string;
  readonly body: TenantBody;
  /** Where a part of the body stands: in this document or in one that it extends. */
  readonly at: (pointer: string, part?: "key" | "value") => Span;
}

/** Follows `extends`. Exceptions append, other lists replace, maps merge. */
export function resolveTenant(tenant: TenantDocument, tenants: readonly TenantDocument[]): Parsed<ResolvedTenant> {
  const diagnostics: Diagnostic[] = [];
  const chain = [tenant];
  for (let current = tenant; current.body.extends !== undefined; ) {
    const name = current.body.extends;
    const base = tenants.find(({ key }) => key === name);
    const at = current.place.at("/extends");
    if (!base) {
      const help = didYouMean(
        name,
        tenants.map(({ key }) => key),
      );
      diagnostics.push(
        finding(unknownBase, { message: `no tenant has the key \`${name}\``, at, ...(help ? { help } : {}) }),
      );
      break;
    }
    if (chain.includes(base)) {
      diagnostics.push(
        finding(extendsCycle, { message: `\`${tenant.key}\` extends itself through \`${current.key}\``, at }),
      );
      break;
    }
    chain.push(base);
    current = base;
  }
  const bodies = chain.map(({ body }) => body).reverse();
  const { extends: _extends, ...body } = bodies.reduce(merged);
  return { value: { key: tenant.key, body, at: (pointer, part) => spanIn(chain, pointer, part) }, diagnostics };
}

function merged(base: TenantBody, own: TenantBody): TenantBody {
  const exceptions = [...(base.exceptions ?? []), ...(own.exceptions ?? [])];
  // A base has no tenantId; where both have one, it is a plain value and the own one counts.
  const body = mergedMaps(base, own) as TenantBody;
  return exceptions.length > 0 ? { ...body, exceptions } : body;
}

/** Maps merge key by key, at any depth; everything else is replaced. */
export function mergedMaps(base: unknown, own: unknown): unknown {
  if (!isMap(base) || !isMap(own)) return own === undefined ? base : own;
  const keys = new Set([...Object.keys(base), ...Object.keys(own)]);
  return Object.fromEntries([...keys].map((key) => [key, mergedMaps(base[key], own[key])]));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function spanIn(chain: readonly TenantDocument[], pointer: string, part?: "key" | "value"): Span {
  const [own = chain[0]] = chain.filter(({ body }) => hasPointer(body, pointer));
  // Exceptions of the chain are one list: an index counts through the bases first.
  const match = /^\/exceptions\/(\d+)(.*)$/.exec(pointer);
  if (match) return exceptionSpan(chain, Number(match[1]), match[2] ?? "", part);
  return (own ?? (chain[0] as TenantDocument)).place.at(pointer, part);
}

function exceptionSpan(chain: readonly TenantDocument[], index: number, rest: string, part?: "key" | "value"): Span {
  let before = 0;
  for (const document of [...chain].reverse()) {
    const count = document.body.exceptions?.length ?? 0;
    if (index < before + count) return document.place.at(`/exceptions/${index - before}${rest}`, part);
    before += count;
  }
  return (chain[0] as TenantDocument).place.at("/exceptions");
}

/** Whether a value has a part at the pointer. */
export function hasPointer(value: unknown, pointer: string): boolean {
  let current = value;
  for (const step of pointerSteps(pointer)) {
    if (current === null || typeof current !== "object" || !Object.hasOwn(current, step)) return false;
    current = (current as Record<string, unknown>)[step];
  }
  return true;
}
