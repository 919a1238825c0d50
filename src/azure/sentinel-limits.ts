/**
 * Limits that Microsoft Sentinel sets. Sources, all read 2026-11-23:
 * [limits] https://learn.microsoft.com/azure/sentinel/sentinel-service-limits
 * [rules] https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview and /create-analytics-rules
 * [nrt] https://learn.microsoft.com/azure/sentinel/near-real-time-rules
 * [api] https://learn.microsoft.com/rest/api/securityinsights/alert-rules/create-or-update, API 2024-09-01
 * [gate] the detection schema tests of https://github.com/Azure/Azure-Sentinel
 */

/** Scheduled rules of one workspace, enabled and in all. [limits] */
export const SCHEDULED_RULES_ENABLED_MAX = 512;
export const SCHEDULED_RULES_MAX = 1024;

/** Near-real-time rules of one workspace, enabled and in all. [limits] */
export const NRT_RULES_ENABLED_MAX = 50;
export const NRT_RULES_MAX = 100;

/** Characters of a rule's name and description. [gate] */
export const RULE_NAME_CHARS_MAX = 256;
export const RULE_DESCRIPTION_CHARS_MAX = 5000;

/** Characters of a rule's query. [rules] */
export const QUERY_CHARS_MAX = 10_000;

/** Seconds of queryFrequency and queryPeriod: 5 minutes to 14 days. [rules] */
export const QUERY_SCHEDULE_SECONDS_MIN = 5 * 60;
export const QUERY_SCHEDULE_SECONDS_MAX = 14 * 86_400;

/** From this queryPeriod on (2 days), queryFrequency is at least an hour. [rules] */
export const LONG_PERIOD_SECONDS = 2 * 86_400;
export const LONG_PERIOD_FREQUENCY_SECONDS_MIN = 3600;

/** Greatest triggerThreshold. [gate] */
export const TRIGGER_THRESHOLD_MAX = 10_000;

/** Longest suppression, in seconds. [rules] */
export const SUPPRESSION_SECONDS_MIN = 5 * 60;
export const SUPPRESSION_SECONDS_MAX = 86_400;

/** Entity mappings of a rule, identifiers of each. [limits] */
export const ENTITY_MAPPINGS_MAX = 10;
export const ENTITY_IDENTIFIERS_MAX = 3;

/** Characters of a column's name in a mapping. [gate] */
export const COLUMN_NAME_CHARS_MAX = 500;

/** Custom details of a rule, and characters of a detail's name. [limits] */
export const CUSTOM_DETAILS_MAX = 20;
export const CUSTOM_DETAIL_NAME_CHARS_MAX = 20;

/** Bytes of the alert's name and description as formats, and placeholders in each. [limits] */
export const ALERT_NAME_BYTES_MAX = 256;
export const ALERT_DESCRIPTION_BYTES_MAX = 5000;
export const ALERT_PLACEHOLDERS_MAX = 3;

/** Properties that alertDynamicProperties may set. [api] */
export const ALERT_PROPERTIES = [
  "AlertLink",
  "ConfidenceLevel",
  "ConfidenceScore",
  "ExtendedLinks",
  "ProductName",
  "ProviderName",
  "ProductComponentName",
  "RemediationSteps",
  "Techniques",
] as const;

/** Seconds back over which alerts are grouped: 5 minutes to 7 days. [rules] */
export const GROUPING_SECONDS_MIN = 5 * 60;
export const GROUPING_SECONDS_MAX = 7 * 86_400;

/** Bytes of a watchlist that is uploaded with its document, and characters of one CSV line. [limits] */
export const WATCHLIST_CONTENT_BYTES_MAX = 3_800_000;
export const WATCHLIST_LINE_CHARS_MAX = 10_240;

/** Rows that are kept one by one: each is a resource of its own, so more would make every deployment slow. Picket's own limit. */
export const WATCHLIST_ITEMS_MANAGED_MAX = 500;
