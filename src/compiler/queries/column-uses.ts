/** Which columns of a query's result the rest of a rule names, and where. */

import type { Span } from "../../diagnostics";
import { pointerStep } from "../../documents";
import type { Effective } from "../frame";

export interface ColumnUse {
  readonly column: string;
  /** What names it, as a message says it. */
  readonly by: string;
  /** An identifier of an entity is a text: a dynamic value makes none. */
  readonly isIdentifier: boolean;
  readonly at: Span;
}

type WithColumns = Effective<"Scheduled" | "NRT" | "HuntingQuery">;

export function columnUses({ body, at }: WithColumns): readonly ColumnUse[] {
  const use = (column: string, by: string, pointer: string, isIdentifier = false): ColumnUse => ({
    column,
    by,
    isIdentifier,
    at: at(pointer),
  });
  const entities = (body.entityMappings ?? []).flatMap(({ entityType, fieldMappings }, index) =>
    fieldMappings.map(({ identifier, columnName }, field) =>
      use(
        columnName,
        `the identifier ${identifier} of the entity ${entityType}`,
        `/entityMappings/${index}/fieldMappings/${field}/columnName`,
        true,
      ),
    ),
  );
  const details = Object.entries(body.customDetails ?? {}).map(([name, column]) =>
    use(column, `the custom detail \`${name}\``, `/customDetails${pointerStep(name)}`),
  );
  if (!("sentinelEntitiesMappings" in body || "alertDetailsOverride" in body)) return [...entities, ...details];
  const whole = (body.sentinelEntitiesMappings ?? []).map(({ columnName }, index) =>
    use(columnName, "the entities of the alert", `/sentinelEntitiesMappings/${index}/columnName`),
  );
  return [...entities, ...whole, ...details, ...overrideUses(body.alertDetailsOverride, use)];
}

type Use = (column: string, by: string, pointer: string) => ColumnUse;

const FORMATS = [
  ["alertDisplayNameFormat", "the name of the alert"],
  ["alertDescriptionFormat", "the description of the alert"],
] as const;

const COLUMNS = [
  ["alertTacticsColumnName", "the tactics of the alert"],
  ["alertSeverityColumnName", "the severity of the alert"],
] as const;

function overrideUses(
  override: Effective<"Scheduled">["body"]["alertDetailsOverride"],
  use: Use,
): readonly ColumnUse[] {
  if (!override) return [];
  const formats = FORMATS.flatMap(([key, by]) =>
    placeholdersOf(override[key] ?? "").map((column) => use(column, by, `/alertDetailsOverride/${key}`)),
  );
  const columns = COLUMNS.flatMap(([key, by]) => {
    const column = override[key];
    return column === undefined ? [] : [use(column, by, `/alertDetailsOverride/${key}`)];
  });
  const properties = (override.alertDynamicProperties ?? []).map(({ alertProperty, value }, index) =>
    use(value, `the alert's ${alertProperty}`, `/alertDetailsOverride/alertDynamicProperties/${index}/value`),
  );
  return [...formats, ...columns, ...properties];
}

/** The columns of `{{Column}}` in a format. */
export function placeholdersOf(format: string): readonly string[] {
  return [...format.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = ""]) => name.trim());
}
