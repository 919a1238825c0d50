/** The name in Azure of what a document, or a part of what it becomes, takes over. */

import type { Frame } from "../frame";

/** The last part of the id that the tenant's `adopt` gives: what is taken over keeps it for as long as it stands there. */
export function adoptedName({ tenant }: Pick<Frame, "tenant">, name: string): string | undefined {
  const adopted = tenant?.body.adopt?.[name];
  return adopted === undefined ? undefined : lastPart(adopted);
}

export function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
