/** All types of action, by name. */

import { apiConnection } from "./api-connection";
import { apiConnectionWebhook } from "./api-connection-webhook";
import { compose } from "./compose";
import type { ActionDefinition } from "./definition";
import { foreach } from "./foreach";
import { functionAction } from "./function";
import { http } from "./http";
import { httpWebhook } from "./http-webhook";
import { ifAction } from "./if";
import { initializeVariable } from "./initialize-variable";
import { join } from "./join";
import { actionsNotRun } from "./not-run";
import { parseJson } from "./parse-json";
import { query } from "./query";
import { response } from "./response";
import { scope } from "./scope";
import { select } from "./select";
import { switchAction } from "./switch";
import { table } from "./table";
import { terminate } from "./terminate";
import { until } from "./until";
import {
  appendToArrayVariable,
  appendToStringVariable,
  decrementVariable,
  incrementVariable,
  setVariable,
} from "./variable-change";
import { wait } from "./wait";
import { workflowAction } from "./workflow";

export const actionDefinitions: readonly ActionDefinition[] = [
  apiConnection,
  apiConnectionWebhook,
  appendToArrayVariable,
  appendToStringVariable,
  compose,
  decrementVariable,
  foreach,
  functionAction,
  http,
  httpWebhook,
  ifAction,
  incrementVariable,
  initializeVariable,
  join,
  parseJson,
  query,
  response,
  scope,
  select,
  setVariable,
  switchAction,
  table,
  terminate,
  until,
  wait,
  workflowAction,
  ...actionsNotRun,
];

const byType = new Map(actionDefinitions.map((each) => [each.type.toLowerCase(), each]));

/** A type of action by name, whatever the case. */
export function actionDefinition(type: string): ActionDefinition | undefined {
  return byType.get(type.toLowerCase());
}
