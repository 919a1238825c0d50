/** All aggregate functions, by name. */

import { collectAggregates } from "./collect";
import { conditionalAggregates } from "./conditional";
import { countAggregates } from "./count";
import type { KqlAggregate } from "./definition";
import { extremeAggregates } from "./extreme";
import { spreadAggregates } from "./spread";
import { totalAggregates } from "./total";

export const aggregates: readonly KqlAggregate[] = [
  ...collectAggregates,
  ...conditionalAggregates,
  ...countAggregates,
  ...extremeAggregates,
  ...spreadAggregates,
  ...totalAggregates,
];

const byName: ReadonlyMap<string, KqlAggregate> = new Map(
  aggregates.flatMap((each) =>
    [each.name, ...(each.aliases ?? [])].map((name): [string, KqlAggregate] => [name, each]),
  ),
);

export function aggregateNamed(name: string): KqlAggregate | undefined {
  return byName.get(name);
}
