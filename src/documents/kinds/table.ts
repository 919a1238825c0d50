/** A custom table that queries may read. It becomes nothing: it is there already. */

import type { Static } from "typebox";
import { bool, mapOf, oneOf, optional, text } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A custom table that queries may read; picket does not deploy it.";

const TYPES = ["string", "int", "long", "real", "bool", "datetime", "timespan", "dynamic", "guid", "decimal"] as const;

const shape = documentShape(
  "Table",
  {
    name: text("Name of the table, such as KnownUsers_CL.", { format: "identifier" }),
    description: optional(text("What it holds.")),
    columns: mapOf(oneOf(TYPES, "Type of the column."), "Columns: name to type."),
    open: optional(bool("Whether it may have columns that are not listed (default false).")),
  },
  description,
);

export type TableBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("table.yaml"),
  text: ({ key }) => `kind: Table
name: ${key}
description: What it holds.
columns:
  TimeGenerated: datetime
  UserPrincipalName: string
`,
};

export const table = {
  kind: "Table",
  description,
  shape,
  identity: "name",
  foreignKeys: "refuse",
  scaffold,
} as const satisfies KindDefinition;
