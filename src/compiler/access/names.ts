/** What policies may name instead of ids: groups, locations and strengths by key, the emergency accounts of the tenant. */

import { kindOfLocation, type NamedLocation } from "../../access/check";
import { COMPLIANT_NETWORK_LOCATION_ID } from "../../azure";
import type { Document, DocumentOf } from "../../documents";
import { canonicalJson, type Json } from "../../plan";
import { uuid5 } from "../rule-id";
import type { Settings } from "../tenants/effective";
import type { ResolvedTenant } from "../tenants/resolved-tenant";

/** Something that a policy names by its key. */
export interface NamedObject {
  /** As Graph knows it; a stand-in where it is not made yet, or is looked up. */
  readonly id: string;
  /** What inputs get. */
  readonly leaf: Json;
  readonly document: Document;
}

export interface AccessNames {
  readonly groups: ReadonlyMap<string, NamedObject>;
  readonly locations: ReadonlyMap<string, NamedObject>;
  readonly strengths: ReadonlyMap<string, NamedObject>;
  readonly breakGlass: BreakGlass | undefined;
  /** The leaf of each stand-in, by its id. */
  readonly leaves: ReadonlyMap<string, Json>;
}

export interface BreakGlass {
  readonly group: string | undefined;
  readonly users: readonly string[];
}

/** What `break-glass` stands for in a list of users or groups. */
export const BREAK_GLASS = "break-glass";

/** Stand-ins are made in this namespace. None is ever deployed. */
const NAMESPACE = "0d6fd7f0-7f0a-5f43-9d4c-8d9b2ab0c6d1";

/** Stands for the object that the resource of this name makes. */
export function standInId(name: string): string {
  return uuid5(NAMESPACE, name);
}

/** The stand-in that has this leaf in inputs. */
export function standInOfLeaf(leaf: Json): string {
  const output = (leaf as { readonly "picket:output"?: { readonly name: string } } | null)?.["picket:output"];
  return output ? standInId(output.name) : standInId(canonicalJson(leaf));
}

/** Stands for the emergency accounts where a document is looked at without a tenant. */
const ANY_BREAK_GLASS: BreakGlass = { group: standInId("break-glass of any tenant"), users: [] };

interface NamesContext {
  readonly tenant: ResolvedTenant | undefined;
  /** Keys of the documents that become resources here. */
  readonly owned: ReadonlySet<string>;
  readonly sound: Settings;
}

export function accessNames(documents: readonly Document[], context: NamesContext): AccessNames {
  const named = (kind: Document["kind"], nameOf: (document: never) => NamedObject | undefined) =>
    new Map(
      documents.flatMap((document) => {
        const object = document.kind === kind ? nameOf(document as never) : undefined;
        return object ? [[document.key, object] as const] : [];
      }),
    );
  const groups = named("Group", (document: DocumentOf<"Group">) => groupName(document, context));
  const locations = named("NamedLocation", (document: DocumentOf<"NamedLocation">) => locationName(document, context));
  const strengths = named("AuthenticationStrength", (document: DocumentOf<"AuthenticationStrength">) =>
    strengthName(document, context),
  );
  const objects = [...groups.values(), ...locations.values(), ...strengths.values()];
  return {
    groups,
    locations,
    strengths,
    breakGlass: breakGlassOf(context.tenant),
    leaves: new Map(objects.filter(({ leaf }) => typeof leaf === "object").map(({ id, leaf }) => [id, leaf])),
  };
}

function breakGlassOf(tenant: ResolvedTenant | undefined): BreakGlass | undefined {
  if (!tenant) return ANY_BREAK_GLASS;
  const { group, users = [] } = tenant.body.breakGlass ?? {};
  if (group === undefined && users.length === 0) return undefined;
  return { group: group?.toLowerCase(), users: users.map((id) => id.toLowerCase()) };
}

/** The tenant's own id goes before the document's; a group of another plane or pack is looked up by its name. */
function groupName(document: DocumentOf<"Group">, { owned, sound }: NamesContext): NamedObject {
  const { key, body } = document;
  const settled = sound.get(key)?.id ?? (body.existing ? body.id : undefined);
  if (typeof settled === "string") return existing(document, settled);
  if (!body.existing && owned.has(key)) return made(document, "objectId");
  return lookedUp(document, "azuread:index/getGroup:getGroup", {
    displayName: body.displayName ?? "",
    securityEnabled: true,
  });
}

function locationName(document: DocumentOf<"NamedLocation">, { owned }: NamesContext): NamedObject {
  const { key, body } = document;
  const fixed = fixedLocationId(body) ?? (body.existing ? body.id : undefined);
  if (typeof fixed === "string") return existing(document, fixed);
  // Policies need the object id; the resource's own id is a path (hashicorp/terraform-provider-azuread issue 1703, read 2026-11-23).
  if (!body.existing && owned.has(key)) return made(document, "objectId");
  return lookedUp(document, "azuread:index/getNamedLocation:getNamedLocation", { displayName: body.displayName ?? "" });
}

/** The provider has no lookup of strengths: one that is not made here is named by its id. */
function strengthName(
  document: DocumentOf<"AuthenticationStrength">,
  { owned }: NamesContext,
): NamedObject | undefined {
  const { key, body } = document;
  if (body.existing) return typeof body.id === "string" ? existing(document, body.id) : undefined;
  return owned.has(key) ? made(document, "id") : undefined;
}

function existing(document: Document, id: string): NamedObject {
  const plain = id.toLowerCase();
  return { id: plain, leaf: plain, document };
}

function made(document: Document, path: string): NamedObject {
  return { id: standInId(document.key), leaf: { "picket:output": { name: document.key, path } }, document };
}

function lookedUp(document: Document, type: string, args: Readonly<Record<string, Json>>): NamedObject {
  const leaf = { "picket:lookup": { type, args, path: "objectId" } };
  return { id: standInOfLeaf(leaf), leaf, document };
}

/** The compliant network is there in every tenant under one id, and nothing makes it.
 *  Source: https://learn.microsoft.com/entra/global-secure-access/how-to-compliant-network, read 2026-11-23. */
export function fixedLocationId(location: unknown): string | undefined {
  return kindOfLocation(location as NamedLocation) === "compliantNetwork" ? COMPLIANT_NETWORK_LOCATION_ID : undefined;
}
