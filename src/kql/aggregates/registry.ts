/** All aggregate functions, by name. */

import { binaryAggregates } from "./binary";
import { collectAggregates } from "./collect";
import { conditionalAggregates } from "./conditional";
import { countAggregates } from "./count";
import { covarianceAggregates } from "./covariance";
import type { KqlAggregate } from "./definition";
import { extremeAggregates } from "./extreme";
import { percentileAggregates } from "./percentile";
import { schemaAggregates } from "./schema";
import { spreadAggregates } from "./spread";
import { totalAggregates } from "./total";

export const aggregates: readonly KqlAggregate[] = [
  ...binaryAggregates,
  ...collectAggregates,
  ...conditionalAggregates,
  ...countAggregates,
  ...covarianceAggregates,
  ...extremeAggregates,
  ...percentileAggregates,
  ...schemaAggregates,
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
