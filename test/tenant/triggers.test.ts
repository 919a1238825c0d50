import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  addIncident,
  alertTriggerBody,
  entityTriggerBody,
  type Incident,
  incidentTriggerBody,
  type Resource,
  type Tenant,
} from "../../src/tenant";
import { NINA, smallTenant } from "./small-tenant";

/** Shapes written down from documentation, where they lie beside the project. */
const SHAPES = join(__dirname, "../../../shared/data/sentinel-triggers.json");

const entities = [
  {
    type: "Account",
    identifiers: { Name: "nina", UPNSuffix: "contoso.example", AadUserId: NINA, AadTenantId: "t", DisplayName: "Nina" },
  },
  { type: "IP", identifiers: { Address: "203.0.113.9" } },
  { type: "Host", identifiers: { HostName: "ws-1", DnsDomain: "contoso.example", OSFamily: "Windows" } },
];

function started(): { readonly tenant: Tenant; readonly incident: Incident } {
  const tenant = smallTenant();
  const incident = addIncident(tenant, {
    name: "11111111-1111-1111-1111-111111111111",
    number: 7,
    createdAt: "2026-03-01T09:00:00Z",
    made: { title: "Bad source", severity: "High", entities },
    alerts: [
      {
        name: "77777777-7777-7777-7777-777777777777",
        ruleId: "r1",
        title: "Bad source",
        severity: "High",
        tactics: ["InitialAccess"],
        techniques: ["T1078"],
        customDetails: { Reasons: ["spray"] },
        entities,
      },
    ],
  });
  if (typeof incident === "string") throw new Error(incident);
  return { tenant, incident };
}

/** The paths of all keys; elements of lists count by their kind. */
function paths(value: unknown, at = ""): readonly string[] {
  if (Array.isArray(value))
    return [
      ...new Set(value.flatMap((each) => paths(each, `${at}/${(each as { readonly kind?: string }).kind ?? "*"}`))),
    ];
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, each]) => paths(each, `${at}/${key}`));
}

/** The location of an address is enrichment, which no test gives. */
const isEnrichment = (path: string) => path.includes("/Ip/properties/location");

test("the bodies of the three triggers have the documented keys", () => {
  if (!existsSync(SHAPES)) {
    console.info("the written shapes do not lie beside the project");
    return;
  }
  const shapes = JSON.parse(readFileSync(SHAPES, "utf8")) as Readonly<Record<"incident" | "alert" | "entity", unknown>>;
  const { tenant, incident } = started();
  const kept = (value: unknown) =>
    paths(value)
      .filter((path) => !isEnrichment(path))
      .map((path) => path.replace(/\/additionalData\/Custom Details$/, "/additionalData/Custom Details"))
      .sort();
  expect(kept(incidentTriggerBody(tenant, incident))).toEqual(kept(shapes.incident));
  expect(kept(alertTriggerBody(tenant, incident))).toEqual(kept(shapes.alert));
  const entity = entityTriggerBody(tenant, incident.entities[0] as Resource, incident);
  expect(kept(entity).filter((path) => !path.endsWith("/DisplayName"))).toEqual(kept(shapes.entity));
});

test("entities of an alert are text, an entity outside an incident has none", () => {
  const { tenant, incident } = started();
  const alert = alertTriggerBody(tenant, incident) as { readonly Entities: string };
  const entity = entityTriggerBody(tenant, incident.entities[1] as Resource, undefined);
  expect([JSON.parse(alert.Entities)[1], entity]).toEqual([
    { $id: "4", Address: "203.0.113.9", Type: "ip" },
    {
      IncidentArmID: null,
      Entity: { kind: "Ip", properties: { Address: "203.0.113.9" } },
      Workspace: {
        SubscriptionId: "00000000-0000-0000-0000-000000000001",
        ResourceGroup: "rg-sentinel",
        WorkspaceId: "55555555-5555-5555-5555-555555555555",
      },
    },
  ]);
});

test("an entity that can't be shown faithfully is refused", () => {
  const made = addIncident(smallTenant(), {
    name: "1",
    number: 1,
    createdAt: "2026-03-01T09:00:00Z",
    made: { title: "t", severity: "Low", entities: [{ type: "Account", identifiers: { Nickname: "n" } }] },
    alerts: [],
  });
  expect(made).toBe("an entity of type `Account` with Nickname is not in the contract");
});
