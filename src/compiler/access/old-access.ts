/** The policies of an old state, and what was known of the directory then: a Plan or a stack's state, read back. */

import type { Directory } from "../../access/run";
import type { Json, OldState } from "../../plan";
import { STRENGTH_TYPE } from "../kinds/authentication-strength";
import { GROUP_TYPE } from "../kinds/group";
import { LOCATION_TYPE } from "../kinds/named-location";
import { standInId, standInOfLeaf } from "./names";
import { policyFromInputs } from "./policy-from-inputs";
import { POLICY_TYPE, STRENGTH_PATH } from "./policy-inputs";
import type { GraphObject, TenantAccess } from "./tenant-access";

export interface OldAccess {
  readonly policies: readonly GraphObject[];
  readonly directory: Directory;
}

type OldResource = OldState["resources"][number];
const REFERRED_TO: ReadonlySet<string> = new Set([GROUP_TYPE, LOCATION_TYPE, STRENGTH_TYPE]);

/** The baseline is taken to be as it is now: only what we deploy can have changed by us. */
export function oldAccess({ resources }: OldState, { baseline, directory }: TenantAccess): OldAccess {
  const standIns = new Map(
    resources
      .filter(({ type }) => REFERRED_TO.has(type))
      .flatMap(({ name, id }) => (id === undefined ? [] : [[lastStep(id), standInId(name)] as const])),
  );
  const idOf = (leaf: Json): string => {
    if (typeof leaf !== "string") return standInOfLeaf(leaf);
    const plain = leaf.replace(STRENGTH_PATH, "");
    return standIns.get(plain.toLowerCase()) ?? plain;
  };
  const policies = resources
    .filter(({ type }) => type === POLICY_TYPE)
    .map(({ name, inputs }): GraphObject => ({ ...policyFromInputs(inputs, idOf), id: name }));
  const locations: readonly GraphObject[] = resources.flatMap((each): readonly GraphObject[] => {
    const location = locationOf(each);
    return location ? [location] : [];
  });
  const strengths = resources.filter(({ type }) => type === STRENGTH_TYPE).map(strengthOf);
  const known = baseline?.directory;
  return {
    policies: [...policies, ...(baseline?.policies ?? [])],
    directory: {
      ...directory,
      namedLocations: merged(known?.namedLocations, locations),
      authenticationStrengths: merged(known?.authenticationStrengths, strengths),
    },
  };
}

/** Those of the export that are not ours, and ours. */
function merged(exported: Directory["namedLocations"], ours: readonly GraphObject[]): Record<string, unknown>[] {
  const ids = new Set(ours.map(({ id }) => id));
  const others = (exported ?? []).filter(({ id }) => !ids.has(String(id).toLowerCase()));
  return [...others, ...ours.map((each) => ({ ...each }))];
}

function lastStep(id: string): string {
  return (id.split("/").at(-1) ?? id).toLowerCase();
}

/** As `locationInputs` made it. */
function locationOf({ type, name, inputs }: OldResource): GraphObject | undefined {
  if (type !== LOCATION_TYPE) return undefined;
  const { displayName } = inputs;
  const ip = inputs.ip as { readonly ipRanges?: readonly string[]; readonly trusted?: boolean } | undefined;
  const country = inputs.country as GraphObject | undefined;
  const id = standInId(name);
  if (ip)
    return {
      id,
      displayName,
      isTrusted: ip.trusted ?? false,
      ipRanges: (ip.ipRanges ?? []).map((cidrAddress) => ({ cidrAddress })),
    };
  return { id, displayName, ...country };
}

function strengthOf({ name, inputs }: OldResource): GraphObject {
  return { id: standInId(name), displayName: inputs.displayName, allowedCombinations: inputs.allowedCombinations };
}
