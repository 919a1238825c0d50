/** The id in Entra of an existing object that a document takes over. */

import type { Frame } from "../frame";

/** The provider's import id, from what the tenant's `adopt` says: an object id, or the path that ends in it. */
export function entraId({ tenant }: Frame, key: string, collection: string): string | undefined {
  const adopted = tenant?.body.adopt?.[key];
  return adopted === undefined || adopted.startsWith("/") ? adopted : `${collection}${adopted}`;
}
