/** All checks on one resource. */

import { alertFormat } from "./alert-format";
import { alertProperty } from "./alert-property";
import { columnNameLength } from "./column-name-length";
import { customDetails } from "./custom-details";
import { entityCount } from "./entity-count";
import { entityIdentifier } from "./entity-identifier";
import { entityIdentifierRepeated } from "./entity-identifier-repeated";
import { entityRequired } from "./entity-required";
import { entityType } from "./entity-type";
import { entityWeak } from "./entity-weak";
import { groupingKnown } from "./grouping-known";
import { groupingLookback } from "./grouping-lookback";
import { groupingSelected } from "./grouping-selected";
import { longPeriodFrequency } from "./long-period-frequency";
import { periodBelowFrequency } from "./period-below-frequency";
import { queryLength } from "./query-length";
import { queryScope } from "./query-scope";
import type { ResourceCheck } from "./resource-check";
import { ruleDescriptionLength } from "./rule-description-length";
import { ruleNameLength } from "./rule-name-length";
import { scheduleRange } from "./schedule-range";
import { suppressionDuration } from "./suppression-duration";
import { tactic } from "./tactic";
import { techniqueForm } from "./technique-form";
import { techniqueKnown } from "./technique-known";
import { techniqueTactic } from "./technique-tactic";
import { templateVersion } from "./template-version";
import { triggerThreshold } from "./trigger-threshold";

export const resourceChecks: readonly ResourceCheck[] = [
  alertFormat,
  alertProperty,
  columnNameLength,
  customDetails,
  entityCount,
  entityIdentifierRepeated,
  entityIdentifier,
  entityRequired,
  entityType,
  entityWeak,
  groupingKnown,
  groupingLookback,
  groupingSelected,
  longPeriodFrequency,
  periodBelowFrequency,
  queryLength,
  queryScope,
  ruleDescriptionLength,
  ruleNameLength,
  scheduleRange,
  suppressionDuration,
  tactic,
  techniqueForm,
  techniqueKnown,
  techniqueTactic,
  templateVersion,
  triggerThreshold,
];
