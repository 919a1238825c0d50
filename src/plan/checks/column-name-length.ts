/** The length of a mapped column's name. */

import { COLUMN_NAME_CHARS_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const columnNameLength = ruleCheck({
  code: "PKT5116",
  title: "a column name that is too long",
  why: "The service takes column names of at most 500 characters in mappings.",
  source: "detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23",
  avoid: rule({ customDetails: `customDetails: { Reason: ${"x".repeat(501)} }` }),
  prefer: rule({ customDetails: "customDetails: { Reason: ResultDescription }" }),
  *rule({ entityMappings = [], customDetails = {} }) {
    const columns = [
      ...Object.entries(customDetails).map(([name, column]) => [`/customDetails/${name}`, column] as const),
      ...entityMappings.flatMap(({ fieldMappings = [] }, index) =>
        fieldMappings.map(
          ({ columnName = "" }, field) =>
            [`/entityMappings/${index}/fieldMappings/${field}/columnName`, columnName] as const,
        ),
      ),
    ];
    for (const [path, column] of columns) {
      if (column.length > COLUMN_NAME_CHARS_MAX)
        yield { path, message: `the column name has ${column.length} characters, at most ${COLUMN_NAME_CHARS_MAX}` };
    }
  },
  nearMiss: rule({ customDetails: `customDetails: { Reason: ${"x".repeat(500)} }` }),
});
