/** Records without the keys that have no value: the provider takes an absent key for the service's default. */

import type { Json } from "../../plan";

export function withoutUndefined(record: Readonly<Record<string, unknown>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Readonly<
    Record<string, Json>
  >;
}
