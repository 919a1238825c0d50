/** The in-memory tenant of a case: its people, groups, watchlists and locations. */

import type { TenantDocument } from "../../compiler";
import { unreachable } from "../../diagnostics";
import type { Json } from "../../plan";
import { newTenant, type Tenant, type WatchlistSeed } from "../../tenant";
import type { People } from "./case-people";
import type { Leaf } from "./case-run";
import { madeId } from "./made-id";
import type { PlaybookTest } from "./playbook-frame";

interface SeedParts {
  readonly test: PlaybookTest;
  readonly people: People;
  readonly document: TenantDocument;
  /** Watchlists of documents, with what they are deployed with. */
  readonly watchlists: readonly WatchlistSeed[];
}

const ANY_WORKSPACE = {
  subscriptionId: "00000000-0000-0000-0000-000000000000",
  resourceGroup: "rg",
  name: "workspace",
};

export function seededTenant({ test, people, document, watchlists }: SeedParts): Tenant {
  const { subscriptionId, resourceGroup, name } = document.body.workspace ?? ANY_WORKSPACE;
  const own = Object.entries(test.body.watchlists ?? {}).map(([alias, rows]): WatchlistSeed => {
    const known = watchlists.find((each) => each.alias.toLowerCase() === alias.toLowerCase());
    return { alias: known?.alias ?? alias, searchKey: known?.searchKey ?? Object.keys(rows[0] ?? {})[0] ?? "", rows };
  });
  const others = watchlists.filter((each) => own.every(({ alias }) => alias !== each.alias));
  return newTenant({
    tenantId: document.body.tenantId ?? ANY_WORKSPACE.subscriptionId,
    workspace: { subscriptionId, resourceGroup, name, workspaceId: madeId("workspace", name) },
    users: people.users,
    groups: people.groups,
    watchlists: [...own, ...others],
    namedLocations: Object.entries(test.body.locations ?? {}).map(([id, ranges]) => ({
      "@odata.type": "#microsoft.graph.ipNamedLocation",
      id,
      displayName: id,
      isTrusted: false,
      ipRanges: ranges.map(rangeOf),
    })),
  });
}

function rangeOf(cidrAddress: string): Json {
  const version = cidrAddress.includes(":") ? "6" : "4";
  return { "@odata.type": `#microsoft.graph.iPv${version}CidrRange`, cidrAddress };
}

/** What stands for a value that only a deployment knows. A secret's is told nowhere else, so that it is found where it shows. */
export function leafValue(leaf: Leaf, { groupIds, groupNames }: People): Json {
  switch (leaf.kind) {
    case "secret":
      return secretValue(leaf.name);
    case "output":
      return groupIds.get(leaf.name) ?? madeId("output", `${leaf.name} ${leaf.path}`);
    case "lookup":
      return groupNames.get(String(leaf.args.displayName)) ?? madeId("lookup", JSON.stringify([leaf.type, leaf.args]));
    default:
      return unreachable(leaf);
  }
}

export function secretValue(name: string): string {
  return `secret-${madeId("secret", name)}`;
}
