/** A workspace function: KQL that other queries call by name. */

import type { Static } from "typebox";
import { optional, text } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ruleKeys } from "./rule-keys";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A workspace function: KQL that rules, hunts and other functions call by name.";

const shape = documentShape(
  "Function",
  {
    name: text("What KQL calls it.", { format: "identifier" }),
    signature: optional(text('Parameters in parentheses, such as "(lookback: timespan = 1d)"; absent = none.')),
    description: optional(text("What it gives.")),
    query: text("The KQL body.", { minLength: 1 }),
    optional: ruleKeys.optional,
  },
  description,
);

export type FunctionBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("function.yaml"),
  text: ({ key, identifier }) => `key: ${key}
kind: Function
name: ${identifier}
signature: "(lookback: timespan = 1d)"
description: What it gives.
query: |
  SigninLogs
  | where TimeGenerated > ago(lookback)
  | summarize SignIns = count() by UserPrincipalName
`,
};

export const workspaceFunction = {
  kind: "Function",
  description,
  shape,
  identity: "key",
  foreignKeys: "refuse",
  scaffold,
} as const satisfies KindDefinition;
