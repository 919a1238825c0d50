/** What starts a playbook, and where its incident, accounts and addresses are found. */

import {
  type ActionJson,
  type Actions,
  choose,
  compose,
  connectorCall,
  filter,
  firstThat,
  host,
  inOrder,
  type Rule,
  select,
} from "../parts/actions";
import type { TriggerKind } from "./step-playbook";

interface TriggerDefinition {
  readonly name: string;
  readonly path: string;
  /** Actions that end with `Incident`: a Compose of `{ id, url, labels }`, the id null where there is none. */
  readonly incident: Actions;
  /** An expression: entities as they come. */
  readonly entities: string;
  /** An expression about `item()`: the kind of an entity, in lower case. */
  readonly kind: string;
  /** An expression: the properties of an entity, about `item()`. */
  readonly properties: string;
  /** Names of properties: they differ by trigger. */
  readonly fields: {
    readonly id: string;
    readonly upn: string;
    readonly name: string;
    readonly suffix: string;
    readonly address: string;
  };
  /** An expression: ids of the rules of all alerts, in lower case; undefined where there are no alerts. */
  readonly alerts: string | undefined;
  readonly workspaceGuid: string;
}

const RULE_OF_ALERT = (alertType: string) => `toLower(last(split(coalesce(${alertType}, ''), '_')))`;

/** Shapes as the connector documents and sends them.
 *  Source: https://learn.microsoft.com/connectors/azuresentinel and samples of public playbooks, read 2026-11-23. */
const TRIGGERS: Readonly<Record<TriggerKind, TriggerDefinition>> = {
  incident: {
    name: "Microsoft_Sentinel_incident",
    path: "/incident-creation",
    incident: {
      Incident: compose({
        id: "@triggerBody()?['object']?['id']",
        url: "@triggerBody()?['object']?['properties']?['incidentUrl']",
        labels: "@coalesce(triggerBody()?['object']?['properties']?['labels'], json('[]'))",
      }),
    },
    entities: "coalesce(triggerBody()?['object']?['properties']?['relatedEntities'], json('[]'))",
    kind: "toLower(coalesce(item()?['kind'], ''))",
    properties: "item()?['properties']",
    fields: { id: "aadUserId", upn: "userPrincipalName", name: "accountName", suffix: "upnSuffix", address: "address" },
    alerts: "coalesce(triggerBody()?['object']?['properties']?['alerts'], json('[]'))",
    workspaceGuid: "triggerBody()?['workspaceId']",
  },
  alert: {
    name: "Microsoft_Sentinel_alert",
    path: "/subscribe",
    incident: inOrder({
      Get_incident: connectorCall(
        "azuresentinel",
        "get",
        "/Incidents/subscriptions/@{encodeURIComponent(triggerBody()?['WorkspaceSubscriptionId'])}/resourceGroups/@{encodeURIComponent(triggerBody()?['WorkspaceResourceGroup'])}/workspaces/@{encodeURIComponent(triggerBody()?['WorkspaceId'])}/alerts/@{encodeURIComponent(triggerBody()?['SystemAlertId'])}",
      ),
      Incident: compose({
        id: "@body('Get_incident')?['id']",
        url: "@body('Get_incident')?['properties']?['incidentUrl']",
        labels: "@coalesce(body('Get_incident')?['properties']?['labels'], json('[]'))",
      }),
    }),
    entities: "json(coalesce(triggerBody()?['Entities'], '[]'))",
    kind: "toLower(coalesce(item()?['Type'], ''))",
    properties: "item()",
    fields: { id: "AadUserId", upn: "UserPrincipalName", name: "Name", suffix: "UPNSuffix", address: "Address" },
    alerts:
      "createArray(addProperty(json('{}'), 'properties', addProperty(json('{}'), 'alertType', triggerBody()?['AlertType'])))",
    workspaceGuid: "triggerBody()?['WorkspaceId']",
  },
  entity: {
    name: "Microsoft_Sentinel_entity",
    path: "/entity/@{encodeURIComponent('Account')}",
    // Its tags are not in what starts it, and what was done already stands in them.
    incident: inOrder({
      If_on_incident: choose("not(empty(triggerBody()?['IncidentArmID']))", {
        Get_incident: connectorCall("azuresentinel", "post", "/Incidents", {
          incidentArmId: "@triggerBody()?['IncidentArmID']",
        }),
      }),
      Incident: compose({
        id: "@triggerBody()?['IncidentArmID']",
        url: "@body('Get_incident')?['properties']?['incidentUrl']",
        labels: "@coalesce(body('Get_incident')?['properties']?['labels'], json('[]'))",
      }),
    }),
    entities: "createArray(triggerBody()?['Entity'])",
    kind: "toLower(coalesce(item()?['kind'], ''))",
    properties: "item()?['properties']",
    fields: { id: "AadUserId", upn: "UserPrincipalName", name: "Name", suffix: "UPNSuffix", address: "Address" },
    alerts: undefined,
    workspaceGuid: "triggerBody()?['Workspace']?['WorkspaceId']",
  },
};

export function workspaceGuid(on: TriggerKind): string {
  return TRIGGERS[on].workspaceGuid;
}

export function triggerOf(on: TriggerKind): { readonly [name: string]: ActionJson } {
  const { name, path } = TRIGGERS[on];
  return {
    [name]: {
      type: "ApiConnectionWebhook",
      inputs: { host: host("azuresentinel"), body: { callback_url: "@{listCallbackUrl()}" }, path },
    },
  };
}

/** The incident, the accounts that can be told (`Resolved`: `{ key, name }`), and the addresses (`Sources`: `{ address }`). */
export function findings(on: TriggerKind): Actions {
  const { incident, entities, kind, properties, fields } = TRIGGERS[on];
  const field = (name: keyof typeof fields) => `${properties}?['${fields[name]}']`;
  const filled = (text: string) => `if(empty(${text}), null, ${text})`;
  const [name, suffix] = [`coalesce(${field("name")}, '')`, `coalesce(${field("suffix")}, '')`];
  // By object id, else by user principal name, else by name and suffix. A name with @ is a whole one: rules of before July 2026 map it so.
  const whole = `if(contains(${name}, '@'), ${name}, if(or(empty(${name}), empty(${suffix})), null, concat(${name}, '@', ${suffix})))`;
  const key = `coalesce(${filled(field("id"))}, ${filled(field("upn"))}, ${whole}, '')`;
  const shown = `coalesce(${filled(field("upn"))}, ${whole}, ${filled(field("id"))}, ${filled(name)}, '?')`;
  return inOrder({
    ...incident,
    Entities: compose(`@${entities}`),
    Account_entities: filter("outputs('Entities')", `equals(${kind}, 'account')`),
    Accounts: select("body('Account_entities')", { key: `@${key}`, name: `@${shown}` }),
    Distinct_accounts: compose("@union(body('Accounts'), body('Accounts'))"),
    Resolved: filter("outputs('Distinct_accounts')", "not(equals(item()?['key'], ''))"),
    Source_entities: filter("outputs('Entities')", `and(equals(${kind}, 'ip'), not(empty(${field("address")})))`),
    Addresses: select("body('Source_entities')", { address: `@${field("address")}` }),
    Sources: compose("@union(body('Addresses'), body('Addresses'))"),
  });
}

interface Bounds {
  readonly ruleIds: readonly string[] | undefined;
  /** Undefined where nothing is about accounts: then it is about addresses. */
  readonly accountsMax: number | undefined;
}

/** `Handover`: why people have to take over before anything is looked at, or an empty text; `Targets`: the accounts that are left. */
export function handover(on: TriggerKind, { ruleIds, accountsMax }: Bounds): Actions {
  const { alerts } = TRIGGERS[on];
  const isChecked = ruleIds !== undefined && alerts !== undefined;
  const rules = [
    ...(isChecked ? alertRules(alerts) : []),
    ...(accountsMax === undefined ? ADDRESS_RULES : accountRules(accountsMax)),
  ];
  const isForeign = `not(contains(parameters('rules'), ${RULE_OF_ALERT("item()?['properties']?['alertType']")}))`;
  return {
    ...(isChecked ? { Foreign_alerts: filter(alerts, isForeign) } : {}),
    Handover: compose(`@${firstThat(rules, "''")}`),
    Targets: compose("@if(equals(outputs('Handover'), ''), body('Resolved'), json('[]'))"),
  };
}

function alertRules(alerts: string): readonly Rule[] {
  const merged = "there are alerts of other rules as well, and nobody can tell which accounts are theirs";
  return [
    [`empty(${alerts})`, "'no alert tells which rule it is of'"],
    ["not(empty(body('Foreign_alerts')))", `'${merged}'`],
  ];
}

function accountRules(accountsMax: number): readonly Rule[] {
  const count = "length(body('Resolved'))";
  return [
    [
      "less(length(body('Resolved')), length(outputs('Distinct_accounts')))",
      "'not every account can be told by id or name'",
    ],
    [`greater(${count}, ${accountsMax})`, `concat(${count}, ' accounts, at most ${accountsMax} are acted on')`],
    [`equals(${count}, 0)`, "'there is no account'"],
  ];
}

/** What is about accounts goes on where there is no address. */
const ADDRESS_RULES: readonly Rule[] = [["empty(outputs('Sources'))", "'there is no address'"]];
