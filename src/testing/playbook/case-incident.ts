/** The incident, alert or entity that starts a case. */

import { compileFor, type TenantDocument } from "../../compiler";
import { type Diagnostic, finding } from "../../diagnostics";
import { type Document, pointerStep } from "../../documents";
import type { Json } from "../../plan";
import type { Entity, Severity } from "../../sentinel";
import {
  type AlertParts,
  addIncident,
  alertTriggerBody,
  ENTITY_TYPES_KEPT,
  entityTriggerBody,
  type Incident,
  incidentTriggerBody,
  newEntity,
  type Tenant,
} from "../../tenant";
import { playbookTestInfo } from "../checks/playbook-checks";
import { namedDocument, nearName, RULES } from "../named-document";
import { keyOf, type People } from "./case-people";
import type { CasePlaybook } from "./case-playbook";
import { madeId } from "./made-id";
import { type PlaybookCase, type PlaybookFrame, unknownName } from "./playbook-frame";

type GivenIncident = NonNullable<PlaybookCase["incident"]>;
type GivenAlert = Pick<GivenIncident, "rule" | "entities" | "customDetails">;

export interface Started {
  readonly triggerBody: Json;
  /** The same for a later run: with what the incident has become. */
  readonly again: () => Json;
  /** Undefined for an entity outside any incident. */
  readonly incident: Incident | undefined;
}

interface StartParts {
  readonly frame: PlaybookFrame;
  readonly people: People;
  readonly document: TenantDocument;
  readonly tenant: Tenant;
  readonly diagnostics: Diagnostic[];
}

/** Puts the incident into the tenant; undefined where the case can't start the playbook, with the reason among the diagnostics. */
export function startCase(parts: StartParts, { trigger }: Pick<CasePlaybook, "trigger">): Started | undefined {
  const { frame, tenant, diagnostics } = parts;
  const given = (["incident", "alert", "entity"] as const).filter((each) => frame.body[each] !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1 || (trigger !== "other" && only !== trigger)) {
    const wanted = trigger === "other" ? "an incident, an alert or an entity" : `the ${trigger} that its trigger takes`;
    const told = given.length === 0 ? "nothing" : given.join(" and ");
    const message = `the case gives ${told}, expected ${wanted}`;
    diagnostics.push(
      finding(playbookTestInfo.wrongStart, {
        message,
        at: frame.at(only === undefined ? "/name" : `/${only}`, only === undefined ? "value" : "key"),
      }),
    );
    return undefined;
  }
  if (only === "entity") return startedEntity(parts);
  const body = frame.body[only];
  const incident = body && madeIncident(parts, body, `/${only}`);
  if (!incident) return undefined;
  const again = () =>
    only === "incident" ? incidentTriggerBody(tenant, incident) : alertTriggerBody(tenant, incident);
  return { triggerBody: again(), again, incident };
}

function startedEntity(parts: StartParts): Started | undefined {
  const { frame, tenant, diagnostics } = parts;
  const { of = {}, incident: given } = frame.body.entity ?? {};
  const incident = given && madeIncident(parts, given, "/entity/incident");
  if (given && !incident) return undefined;
  const lists = Object.fromEntries(Object.entries(of).map(([type, each]) => [type, [each]]));
  const [entity, ...others] = entitiesOf(parts, lists, "/entity/of");
  if (diagnostics.length > 0) return undefined;
  const resource = entity && others.length === 0 ? newEntity(entity, madeId("entity", "started")) : undefined;
  if (!resource) {
    diagnostics.push(
      finding(playbookTestInfo.wrongStart, { message: "`of` has to name one entity", at: frame.at("/entity/of") }),
    );
    return undefined;
  }
  const again = () => entityTriggerBody(tenant, resource, incident);
  return { triggerBody: again(), again, incident };
}

/** Before the run, so that the incident is there when it starts. */
const INCIDENT_AGE_MILLISECONDS = 5 * 60_000;

function madeIncident(parts: StartParts, given: GivenIncident, pointer: string): Incident | undefined {
  const { frame, tenant, diagnostics } = parts;
  const first = alertOf(parts, given, { pointer, index: 0 });
  const others = (given.also ?? []).map((each, index) =>
    alertOf(parts, each, { pointer: `${pointer}/also/${index}`, index: index + 1 }),
  );
  const alerts = [first, ...others].flatMap((each) => each ?? []);
  if (!first || diagnostics.length > 0) return undefined;
  const entities = alerts.flatMap((each) => each.entities);
  const incident = addIncident(tenant, {
    name: madeId("incident", "first"),
    number: 1,
    createdAt: new Date(frame.now - INCIDENT_AGE_MILLISECONDS).toISOString(),
    status: given.status ?? "New",
    labels: given.tags ?? [],
    alerts,
    made: {
      title: given.title ?? first.title,
      severity: given.severity ?? first.severity,
      entities: [...new Map(entities.map((each) => [JSON.stringify(each), each])).values()],
    },
  });
  if (typeof incident !== "string") return incident;
  diagnostics.push(finding(playbookTestInfo.wrongStart, { message: incident, at: frame.at(`${pointer}/entities`) }));
  return undefined;
}

interface AlertPlace {
  readonly pointer: string;
  readonly index: number;
}

function alertOf(parts: StartParts, given: GivenAlert, { pointer, index }: AlertPlace): AlertParts | undefined {
  const rule = ruleOf(parts, given.rule, `${pointer}/rule`);
  if (!rule) return undefined;
  return {
    name: madeId("alert", String(index)),
    ...rule,
    customDetails: given.customDetails ?? {},
    entities: entitiesOf(parts, given.entities ?? {}, `${pointer}/entities`),
  };
}

type AlertRule = Pick<AlertParts, "ruleId" | "title" | "severity" | "tactics" | "techniques">;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A rule of the project as it is deployed, or one from elsewhere by its id. */
function ruleOf({ frame, document, diagnostics }: StartParts, name: string, pointer: string): AlertRule | undefined {
  if (GUID.test(name))
    return { ruleId: name.toLowerCase(), title: "Some other rule", severity: "Medium", tactics: [], techniques: [] };
  const rule = namedDocument(name, RULES, frame.documents);
  if ("message" in rule) {
    diagnostics.push(unknownName(rule.message, frame.at(pointer), rule.help));
    return undefined;
  }
  const compiled = compileFor(rule as Document, document, frame.documents, frame.context);
  const inputs = compiled?.value.resources[0]?.resource.inputs;
  if (!inputs) {
    diagnostics.push(unknownName(`the rule \`${name}\` can't be compiled`, frame.at(pointer)));
    return undefined;
  }
  const properties = (inputs.properties ?? inputs) as Readonly<Record<string, Json>>;
  return {
    ruleId: String(inputs.ruleId ?? inputs.resourceName),
    title: String(properties.displayName),
    severity: properties.severity as Severity,
    tactics: (properties.tactics ?? []) as readonly string[],
    techniques: (properties.techniques ?? []) as readonly string[],
  };
}

type EntityLists = NonNullable<GivenIncident["entities"]>;

function entitiesOf(
  { frame, people, diagnostics }: StartParts,
  lists: EntityLists,
  pointer: string,
): readonly Entity[] {
  return Object.entries(lists).flatMap(([type, list]) => {
    if (!ENTITY_TYPES_KEPT.includes(type)) {
      const at = frame.at(`${pointer}${pointerStep(type)}`, "key");
      diagnostics.push(
        unknownName(`no entity of type \`${type}\` can be given`, at, nearName(type, ENTITY_TYPES_KEPT)),
      );
      return [];
    }
    return list.flatMap((each, index) => {
      const entity = entityOf(type, each, people);
      if (entity) return [entity];
      const at = frame.at(`${pointer}${pointerStep(type)}/${index}`);
      diagnostics.push(
        unknownName(`nobody has the key \`${String(each)}\``, at, nearName(String(each), people.known.keys())),
      );
      return [];
    });
  });
}

/** The one identifier that a text stands for. */
const MAIN_IDENTIFIER: Readonly<Record<string, string>> = {
  IP: "Address",
  Host: "HostName",
  URL: "Url",
  DNS: "DomainName",
  FileHash: "Value",
  File: "Name",
  Process: "CommandLine",
  CloudApplication: "Name",
  AzureResource: "ResourceId",
  Mailbox: "MailboxPrimaryAddress",
  Malware: "Name",
  SecurityGroup: "DistinguishedName",
};

/** A person by key or by name at a suffix, a text for the main identifier, or identifiers by name. */
function entityOf(type: string, given: unknown, people: People): Entity | undefined {
  if (typeof given === "object" && given !== null) {
    const identifiers = Object.entries(given).map(([name, value]) => [name, String(value)] as const);
    return { type, identifiers: Object.fromEntries(identifiers) };
  }
  const text = String(given);
  if (type !== "Account") return { type, identifiers: { [MAIN_IDENTIFIER[type] ?? "Name"]: text } };
  const person = people.known.get(text) ?? people.known.get(keyOf(text, people) ?? "");
  if (!person) return undefined;
  const [name = "", suffix = ""] = person.upn.split("@");
  return { type, identifiers: { Name: name, UPNSuffix: suffix, AadUserId: person.id } };
}
