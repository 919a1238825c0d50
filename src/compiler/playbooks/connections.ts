/** The connections that a workflow uses, and what its parameter `$connections` says of them. */

import type { Json } from "../../plan";
import { isManagedConnector, usedConnections } from "../../playbook/check";
import type { CompiledConnection } from "./compiled-playbook";
import { connectionId, managedApiId, type PlaybookPlace } from "./resource-ids";

export interface ConnectionNames {
  /** The connector of a key, where the document says it. */
  readonly connectorOf: (key: string) => string | undefined;
  /** Logical name of the playbook whose connections they are. */
  readonly owner: string;
  readonly place: PlaybookPlace;
}

export function connectionsOf(definition: unknown, names: ConnectionNames): readonly CompiledConnection[] {
  return usedConnections({ definition }).map(({ key }) => compiledConnection(key, names));
}

function compiledConnection(key: string, { connectorOf, owner, place }: ConnectionNames): CompiledConnection {
  // The designer names the second connection of a connector `office365-1`.
  const connector = (connectorOf(key) ?? key.replace(/[-_]\d+$/, "")).toLowerCase();
  const name = `${owner}--${key.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
  return { key, connector, name, id: connectionId(place, name), isManaged: isManagedConnector(connector) };
}

/** The value of `$connections`, as the service takes it. */
export function connectionValues(connections: readonly CompiledConnection[], place: PlaybookPlace): Json {
  return Object.fromEntries(
    connections.map(({ key, connector, name, id, isManaged }) => [
      key,
      {
        connectionId: id,
        connectionName: name,
        id: managedApiId(place, connector),
        ...(isManaged ? { connectionProperties: { authentication: { type: "ManagedServiceIdentity" } } } : {}),
      },
    ]),
  );
}
