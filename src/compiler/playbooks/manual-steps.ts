/** What a person has to do for a playbook, because no right of ours can. */

import type { ManualStep } from "../../plan";
import type { CompiledPlaybook } from "./compiled-playbook";

/** Connectors that can't use an identity are signed in by somebody, once.
 *  Source: https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity, read 2026-11-23. */
export function connectionSteps({ key, workflows }: CompiledPlaybook): readonly ManualStep[] {
  const connections = workflows.flatMap((workflow) => workflow.connections).filter(({ isManaged }) => !isManaged);
  const byId = new Map(connections.map((connection) => [connection.id, connection]));
  return [...byId.values()].map(({ name, connector, id }) => ({
    document: key,
    title: `authorize the connection \`${name}\``,
    description: `Open ${id} in the Azure portal, Edit API connection, Authorize, Save. The connector \`${connector}\` then acts as whoever signed in: use an account that is kept for it.`,
  }));
}
