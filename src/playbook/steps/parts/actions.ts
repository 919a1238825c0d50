/** The words in which steps write their actions: workflow JSON, with `runAfter` filled in. */

import type { Json } from "../../expressions/value";

export type ActionJson = { readonly [member: string]: Json };
export type Actions = { readonly [name: string]: ActionJson };

/** However an action ended. */
export const ANY_END = ["Succeeded", "Failed", "Skipped", "TimedOut"] as const;
/** However an action that ran ended. */
export const RAN = ["Succeeded", "Failed", "TimedOut"] as const;

export const GRAPH = "https://graph.microsoft.com/v1.0";
const GRAPH_AUDIENCE = "https://graph.microsoft.com";
const ARM_AUDIENCE = "https://management.azure.com/";
const LOG_ANALYTICS_AUDIENCE = "https://api.loganalytics.azure.com";

/** Tries again soon: a called workflow has to answer within two minutes.
 *  Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23. */
const RETRY = { type: "exponential", count: 3, interval: "PT5S", minimumInterval: "PT5S", maximumInterval: "PT20S" };

interface Call {
  readonly method: string;
  readonly uri: string;
  readonly body?: Json;
}

/** A call of Graph, Azure or Log Analytics as the workflow's own identity. */
export function call({ method, uri, body }: Call): ActionJson {
  const authentication = { type: "ManagedServiceIdentity", audience: audienceOf(uri) };
  return {
    type: "Http",
    inputs: { method, uri, ...(body === undefined ? {} : { body }), authentication, retryPolicy: RETRY },
  };
}

function audienceOf(uri: string): string {
  if (uri.startsWith("https://graph.")) return GRAPH_AUDIENCE;
  return uri.startsWith("https://api.loganalytics.") ? LOG_ANALYTICS_AUDIENCE : ARM_AUDIENCE;
}

/** A call through a managed connector; the key of its connection is the connector's name. */
export function connectorCall(connector: string, method: string, path: string, body?: Json): ActionJson {
  return {
    type: "ApiConnection",
    inputs: { host: host(connector), method, path, ...(body === undefined ? {} : { body }) },
  };
}

export function host(connector: string): Json {
  return { connection: { name: `@parameters('$connections')['${connector}']['connectionId']` } };
}

export function compose(inputs: Json): ActionJson {
  return { type: "Compose", inputs };
}

/** Those of an array for which the expression is true. */
export function filter(from: string, where: string): ActionJson {
  return { type: "Query", inputs: { from: `@${from}`, where: `@${where}` } };
}

/** One value for each of an array. */
export function select(from: string, value: Json): ActionJson {
  return { type: "Select", inputs: { from: `@${from}`, select: value } };
}

export function scope(actions: Actions): ActionJson {
  return { type: "Scope", actions };
}

export function choose(expression: string, actions: Actions): ActionJson {
  return { type: "If", expression: { and: [{ equals: [`@${expression}`, true] }] }, actions, else: { actions: {} } };
}

/** One after the other, never at once. */
export function each(items: string, actions: Actions): ActionJson {
  return {
    type: "Foreach",
    foreach: `@${items}`,
    actions,
    runtimeConfiguration: { concurrency: { repetitions: 1 } },
  };
}

/** Lets an action wait for others, each with the ways in which it may have ended. */
export function after(action: ActionJson, before: Readonly<Record<string, readonly string[]>>): ActionJson {
  return { ...action, runAfter: before };
}

/** One after the other: each runs when the one before succeeded. What says itself after what it runs keeps that. */
export function inOrder(actions: Actions): Actions {
  let previous: string | undefined;
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => {
      const before = previous;
      previous = name;
      if (action.runAfter !== undefined) return [name, action];
      return [name, { ...action, runAfter: before === undefined ? {} : { [before]: ["Succeeded"] } }];
    }),
  );
}

/** A text as an expression's literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of texts as an expression. */
export function literals(texts: readonly string[]): string {
  return texts.length === 0 ? "json('[]')" : `createArray(${texts.map(literal).join(", ")})`;
}

/** Expressions: a condition, and the value where it holds. */
export type Rule = readonly [condition: string, value: string];

/** An expression: the value of the first rule that holds. */
export function firstThat(rules: readonly Rule[], otherwise: string): string {
  return rules.reduceRight((rest, [condition, value]) => `if(${condition}, ${value}, ${rest})`, otherwise);
}
