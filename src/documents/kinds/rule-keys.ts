/** The keys that scheduled and NRT rules share, as the Azure-Sentinel repository writes them, and picket's own on a rule. */

import { type TProperties, Type } from "typebox";
import type { Elsewhere } from "../shape/shape-errors";
import { anything, bool, either, list, map, mapOf, oneOf, optional, text, texts, whole } from "../shape/words";
import { commonKeys } from "./kind";

export const SEVERITIES = ["Informational", "Low", "Medium", "High"] as const;

/**
 * What ARM calls a key of a rule, and what rules of the Azure-Sentinel repository keep under `metadata`.
 * Source: https://learn.microsoft.com/rest/api/securityinsights/alert-rules/create-or-update, read 2026-11-23.
 */
export const ruleElsewhere: Elsewhere = {
  renamed: new Map([
    ["name", "displayName"],
    ["relevantTechniques", "techniques"],
  ]),
  metadata: new Set(["source", "author", "support", "categories"]),
};

const columnName = (description: string) => text(description, { format: "identifier", minLength: 1 });

const entityMapping = map(
  {
    entityType: text("Type of the entity, such as Account, IP, Host."),
    fieldMappings: list(
      map(
        {
          identifier: text("Identifier of the entity, such as AadUserId or Address."),
          columnName: columnName("Column of the query's result that holds it."),
        },
        "One identifier and its column.",
      ),
      "Identifiers of the entity, one to three.",
    ),
  },
  "An entity that the alert carries.",
);

const groupingConfiguration = map(
  {
    enabled: optional(bool("Whether alerts are grouped into one incident (default false).")),
    reopenClosedIncident: optional(bool("Whether a matching closed incident is opened again (default false).")),
    lookbackDuration: optional(
      text("How far back alerts are grouped, 5 minutes to 7 days (default 5h).", { format: "duration" }),
    ),
    matchingMethod: optional(
      oneOf(["AllEntities", "AnyAlert", "Selected"], "What has to match (default AllEntities)."),
    ),
    groupByEntities: optional(texts("Entity types to group by, with Selected.")),
    groupByAlertDetails: optional(texts("DisplayName or Severity, with Selected.")),
    groupByCustomDetails: optional(texts("Custom details to group by, with Selected.")),
  },
  "How alerts are grouped into incidents.",
);

const alertDetailsOverride = map(
  {
    alertDisplayNameFormat: optional(text("Name of the alert; {{Column}} stands for a value of the result.")),
    alertDescriptionFormat: optional(text("Description of the alert; {{Column}} stands for a value of the result.")),
    alertTacticsColumnName: optional(columnName("Column with the alert's tactics.")),
    alertSeverityColumnName: optional(columnName("Column with the alert's severity.")),
    alertDynamicProperties: optional(
      list(
        map(
          {
            alertProperty: text("Property of the alert, such as AlertLink."),
            value: columnName("Column with its value."),
          },
          "One property and its column.",
        ),
        "Further properties of the alert, each from a column.",
      ),
    ),
  },
  "What of the alert comes from the result instead of the rule.",
);

const PARAMETER_TYPES = ["bool", "int", "long", "real", "string", "datetime", "timespan", "string[]", "int[]"] as const;

const parameter = map(
  {
    type: oneOf(PARAMETER_TYPES, "Type of the parameter."),
    default: anything("Value where a tenant gives none."),
    description: text("What it tunes, in a phrase."),
    minimum: optional(anything("Least value allowed, for numbers, timespans and datetimes.")),
    maximum: optional(anything("Greatest value allowed, for numbers, timespans and datetimes.")),
    pattern: optional(text("Regular expression that each text has to match from start to end.")),
    values: optional(list(anything("A value."), "The only values allowed.")),
    format: optional(oneOf(["cidr", "guid", "duration", "date"], "What each text has to be.")),
  },
  "A value of the query that a tenant may tune.",
);

/** Source: hunting queries of the Azure-Sentinel repository, where both spellings stand, read 2026-11-26. */
const detailedDescription = optional(text("A longer description in the content repository; a deployed rule has none."));

/** Keys of every analytics rule. */
export const ruleKeys = {
  id: optional(text("GUID of the rule, stable for ever; without it, one is made from the key.", { format: "guid" })),
  name: text("Title of the rule and of its alerts.", { minLength: 1 }),
  description: optional(text("What the rule finds and why it matters.")),
  severity: optional(oneOf(SEVERITIES, "Severity of the alerts (default Medium).")),
  status: optional(text("State of the template in the content repository; a deployed rule has none.")),
  enabled: optional(bool("Whether the rule runs (default true).")),
  requiredDataConnectors: optional(
    list(
      map(
        {
          connectorId: optional(text("Id of the data connector.")),
          dataTypes: optional(texts("Tables that the rule reads through it.")),
        },
        "A connector and its tables.",
      ),
      "Data connectors that feed the rule; a deployed rule has none.",
    ),
  ),
  tactics: optional(texts("MITRE ATT&CK tactics in Sentinel's names.")),
  relevantTechniques: optional(texts("MITRE ATT&CK techniques: T1078 or T1078.004.")),
  query: text("The KQL query.", { minLength: 1 }),
  suppressionEnabled: optional(bool("Whether the rule pauses after an alert (default false).")),
  suppressionDuration: optional(text("How long it pauses (default 1h).", { format: "duration" })),
  entityMappings: optional(list(entityMapping, "Entities of the alert, at most ten.")),
  sentinelEntitiesMappings: optional(
    list(
      map({ columnName: columnName("Column with entities.") }, "A column that already holds entities."),
      "Columns that already hold entities.",
    ),
  ),
  customDetails: optional(
    mapOf(columnName("A column of the result."), "Details shown on the alert: name to column, at most twenty."),
  ),
  alertDetailsOverride: optional(alertDetailsOverride),
  eventGroupingSettings: optional(
    map(
      {
        aggregationKind: optional(
          oneOf(["SingleAlert", "AlertPerResult"], "One alert for all rows, or one for each (default SingleAlert)."),
        ),
      },
      "How rows become alerts.",
    ),
  ),
  incidentConfiguration: optional(
    map(
      {
        createIncident: optional(bool("Whether alerts make incidents (default true).")),
        groupingConfiguration: optional(groupingConfiguration),
      },
      "How alerts become incidents.",
    ),
  ),
  version: optional(either([text("As text."), Type.Number()], "a version such as 1.0.0", "Version of the content.")),
  templateVersion: optional(text("Version of the gallery template that the rule was made from.")),
  alertRuleTemplateName: optional(text("Id of the gallery template that the rule was made from.")),
  metadata: optional(anything("Author, support and categories in the content repository; a deployed rule has none.")),
  tags: optional(list(anything("A tag."), "Tags in the content repository; a deployed rule has none.")),
  "description-detailed": detailedDescription,
  description_detailed: detailedDescription,
  parameters: optional(
    mapOf(parameter, "Values of the query that a tenant may tune; each becomes a `let` before the query."),
  ),
  optional: optional(
    texts("Tables that the query reads and a tenant may lack: there they are empty.", { format: "identifier" }),
  ),
  generation: optional(
    whole("2, 3, ...: gives the rule another id, where the service still holds the old one as deleted.", {
      minimum: 1,
    }),
  ),
} satisfies TProperties;

/** What a tenant may set for any rule. */
export const ruleOverrideKeys = {
  enabled: ruleKeys.enabled,
  stage: commonKeys.stage,
  severity: ruleKeys.severity,
  suppressionEnabled: ruleKeys.suppressionEnabled,
  suppressionDuration: ruleKeys.suppressionDuration,
  eventGroupingSettings: ruleKeys.eventGroupingSettings,
  incidentConfiguration: ruleKeys.incidentConfiguration,
  parameters: optional(mapOf(anything("A value."), "Values of the rule's parameters.")),
} satisfies TProperties;
