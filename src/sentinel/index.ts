/** Face of the room: what the service does with the rows of a rule. Rows and a rule in, alerts and incidents out. */

export { ALERTS_PER_RUN_MAX, type Alert, alertsOf } from "./alerts";
export { type AutomationRule, type AutomationRuns, automationRuns } from "./automation/automation-runs";
export type { IncidentFacts } from "./automation/incident-facts";
export { cellText } from "./cell-text";
export { type Entity, entityText } from "./entities";
export { type Incident, incidentsOf, isGroupingUnclear } from "./incidents";
export type { DetectionRule, ResultRow, Severity, TriggerOperator } from "./rule";
export { type EventTimes, isVisible, type Window } from "./window";
