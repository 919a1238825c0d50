import { describe, expect, test } from "vitest";
import { addIncident, azureRoutes, type Tenant } from "../../src/tenant";
import { answered, connected, NINA, SCOPE, smallTenant, told } from "./small-tenant";

const INCIDENT = "11111111-1111-1111-1111-111111111111";
const SENTINEL = `${SCOPE}/providers/Microsoft.SecurityInsights`;
const VERSION = "?api-version=2025-09-01";
const RESPONDER = { roles: ["Microsoft Sentinel Responder"] };
const READER = { roles: ["Microsoft Sentinel Reader"] };
const COMMENT = "22222222-0000-4000-8000-000000000001";

function withIncident(): Tenant {
  const tenant = smallTenant();
  const entities = [
    { type: "Account", identifiers: { Name: "nina", UPNSuffix: "contoso.example", AadUserId: NINA } },
    { type: "IP", identifiers: { Address: "203.0.113.9" } },
  ];
  addIncident(tenant, {
    name: INCIDENT,
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
        customDetails: {},
        entities,
      },
    ],
  });
  return tenant;
}

describe("who may call", () => {
  const path = `${SENTINEL}/incidents/${INCIDENT}`;
  const comment = { body: { properties: { message: "hello" } } };
  test.each([
    ["no token", `GET ${path}${VERSION}`, { ...READER, audience: null }, [401, "InvalidAuthenticationTokenAudience"]],
    ["no version", `GET ${path}`, READER, [400, "MissingApiVersionParameter"]],
    ["no role", `GET ${path}${VERSION}`, {}, [403, "AuthorizationFailed"]],
    [
      "a reader writes",
      `PUT ${path}/comments/${COMMENT}${VERSION}`,
      { ...READER, ...comment },
      [403, "AuthorizationFailed"],
    ],
    [
      "a responder writes an item of a watchlist",
      `PUT ${SENTINEL}/watchlists/Watched/watchlistItems/${COMMENT}${VERSION}`,
      RESPONDER,
      [403, "AuthorizationFailed"],
    ],
    ["a missing incident", `GET ${SENTINEL}/incidents/${COMMENT}${VERSION}`, READER, [404, "NotFound"]],
  ])("%s", async (_, text, parts, expected) => {
    expect(told(await answered(withIncident(), text, parts))).toEqual(expected);
  });

  test("a role of another workspace does not count", async () => {
    const world = {
      callerOf: () => ({
        graph: new Set<string>(),
        azure: [{ role: "Owner", scope: `${SCOPE}-other` }],
        consents: new Set<string>(),
      }),
    };
    expect(told(await answered(withIncident(), `GET ${path}${VERSION}`, { world }))).toEqual([
      403,
      "AuthorizationFailed",
    ]);
  });

  test("a role that the table does not have is refused by name", async () => {
    const [kind, message] = told(
      await answered(withIncident(), `GET ${path}${VERSION}`, { roles: ["Security Admin"] }),
    );
    expect([kind, message]).toEqual([
      "unknown",
      `the call of \`A\`, GET \`https://management.azure.com${path}${VERSION}\`, has no answer: whether the role \`Security Admin\` holds Microsoft.SecurityInsights/incidents/read is not in the contract`,
    ]);
  });
});

describe("incidents", () => {
  test("a comment with the same name is written once", async () => {
    const tenant = withIncident();
    const put = (message: string) =>
      answered(tenant, `PUT ${SENTINEL}/incidents/${INCIDENT}/comments/${COMMENT}${VERSION}`, {
        ...RESPONDER,
        body: { properties: { message } },
      });
    const statuses = [told(await put("one"))[0], told(await put("two"))[0], told(await put(""))[0]];
    const [, body] = told(await answered(tenant, `GET ${SENTINEL}/incidents/${INCIDENT}/comments${VERSION}`, READER));
    const { value } = body as { readonly value: readonly { readonly properties: { readonly message: string } }[] };
    expect([statuses, value.map(({ properties }) => properties.message)]).toEqual([[201, 200, 400], ["two"]]);
  });

  test("the hundredth comment is the last", async () => {
    const tenant = withIncident();
    const comment = (index: number) =>
      answered(tenant, `PUT ${SENTINEL}/incidents/${INCIDENT}/comments/c${index}${VERSION}`, {
        ...RESPONDER,
        body: { properties: { message: "m" } },
      });
    const statuses = [];
    for (let index = 0; index <= 100; index += 1) statuses.push(told(await comment(index))[0]);
    expect([statuses.filter((status) => status === 201).length, statuses.at(-1)]).toEqual([100, 400]);
  });

  test("closing asks for a classification, and an old etag is refused", async () => {
    const tenant = withIncident();
    const put = (properties: object, more: object = {}) =>
      answered(tenant, `PUT ${SENTINEL}/incidents/${INCIDENT}${VERSION}`, {
        ...RESPONDER,
        body: { ...more, properties: { title: "t", severity: "Low", ...properties } },
      });
    const statuses = [];
    for (const [properties, more] of [
      [{ status: "Closed" }, {}],
      [{ status: "Closed", classification: "TruePositive" }, {}],
      [{ status: "New" }, { etag: '"old"' }],
      [{}, {}],
    ] as const) {
      statuses.push(told(await put(properties, more)));
    }
    expect(statuses.map(([status]) => status)).toEqual([400, 200, 412, 400]);
  });

  test("entities by kind", async () => {
    const [, body] = told(
      await answered(withIncident(), `POST ${SENTINEL}/incidents/${INCIDENT}/entities${VERSION}`, READER),
    );
    expect((body as { readonly metaData: unknown }).metaData).toEqual([
      { entityKind: "Account", count: 1 },
      { entityKind: "Ip", count: 1 },
    ]);
  });
});

test("an item of a watchlist is made, changed and deleted", async () => {
  const tenant = smallTenant();
  const path = `${SENTINEL}/watchlists/watched/watchlistItems/${COMMENT}${VERSION}`;
  const parts = {
    roles: ["Microsoft Sentinel Contributor"],
    body: { properties: { itemsKeyValue: { UserId: NINA } } },
  };
  const statuses = [];
  for (const method of ["PUT", "PUT", "GET", "DELETE", "DELETE", "GET"])
    statuses.push(told(await answered(tenant, `${method} ${path}`, parts))[0]);
  expect(statuses).toEqual([201, 200, 200, 200, 204, 404]);
});

describe("the connector azuresentinel", () => {
  const incidentArmId = `${SENTINEL}/Incidents/${INCIDENT}`;

  test("adds tags and keeps the others, comments, makes a task", async () => {
    const tenant = withIncident();
    const put = (body: object) =>
      connected(tenant, "azuresentinel PUT /Incidents", { ...RESPONDER, body: { incidentArmId, ...body } });
    await put({ tagsToAdd: { TagsToAdd: [{ Tag: "a" }, { Tag: "b" }] } });
    await put({ tagsToAdd: { TagsToAdd: [{ Tag: "b" }] }, severity: "Low" });
    await put({ tagsToRemove: { TagsToRemove: [{ Tag: "a" }] } });
    await connected(tenant, "azuresentinel POST /Incidents/Comment", {
      ...RESPONDER,
      body: { incidentArmId, message: "m" },
    });
    await connected(tenant, "azuresentinel POST /Incidents/CreateTask", {
      ...RESPONDER,
      body: { incidentArmId, taskTitle: "t" },
    });
    const incident = tenant.workspace.incidents.get(INCIDENT);
    expect([
      incident?.properties.labels,
      incident?.properties.severity,
      incident?.comments.size,
      [...(incident?.tasks.values() ?? [])].map(({ properties }) => properties.title),
    ]).toEqual([[{ labelName: "b", labelType: "User" }], "Low", 1, ["t"]]);
  });

  test("takes entities out of an incident and of an alert", async () => {
    const tenant = withIncident();
    const [, body] = told(
      await connected(tenant, "azuresentinel POST /Incidents", { ...READER, body: { incidentArmId } }),
    );
    const { relatedEntities } = (body as { readonly properties: { readonly relatedEntities: [] } }).properties;
    const accounts = await connected(tenant, "azuresentinel POST /entities/account", {
      ...READER,
      body: relatedEntities,
    });
    const addresses = await connected(tenant, "azuresentinel POST /entities/ip", {
      ...READER,
      body: JSON.stringify([{ $id: "3", Address: "192.0.2.1", Type: "ip" }]),
    });
    expect([told(accounts)[1], told(addresses)[1]]).toEqual([
      { Accounts: [{ Name: "nina", UPNSuffix: "contoso.example", AadUserId: NINA, IsDomainJoined: true }] },
      { IPs: [{ Address: "192.0.2.1" }] },
    ]);
  });

  test("a reader can't comment, and an unknown path is refused by name", async () => {
    const tenant = withIncident();
    const refused = await connected(tenant, "azuresentinel POST /Incidents/Comment", {
      ...READER,
      body: { incidentArmId, message: "m" },
    });
    const [kind, message] = told(await connected(tenant, "azuresentinel PUT /Comment/x/y", RESPONDER));
    expect([told(refused), kind, String(message).includes("is not in its contract")]).toEqual([
      [403, "AuthorizationFailed"],
      "unknown",
      true,
    ]);
  });
});

describe("people who are asked", () => {
  const ask = {
    NotificationUrl: "https://callback.invalid",
    Message: { To: "lead@contoso.example", Subject: "Disable?", Options: "Yes, No" },
  };
  const text = "office365 POST /approvalmail/$subscriptions";

  test("an answer comes after a while, silence never", async () => {
    const tenant = smallTenant();
    const approval = () => ({ option: "Yes", by: "lead@contoso.example", milliseconds: 60_000 });
    const given = await connected(tenant, text, { consents: ["office365"], body: ask, world: { approval } });
    const silent = await connected(tenant, text, { consents: ["office365"], body: ask });
    expect([given, silent, tenant.sent.length]).toEqual([
      {
        kind: "answer",
        statusCode: 200,
        body: { SelectedOption: "Yes", UserEmailAddress: "lead@contoso.example" },
        milliseconds: 60_000,
      },
      { kind: "none" },
      2,
    ]);
  });

  test("a connection that nobody signed in", async () => {
    expect(told(await connected(smallTenant(), text, { consents: [], body: ask }))[0]).toBe(401);
  });
});

describe("queries", () => {
  const address = "POST https://api.loganalytics.azure.com/v1/workspaces/55555555-5555-5555-5555-555555555555/query";
  const table = { columns: [{ name: "n", type: "long" }], rows: [[1]] };
  const parts = { roles: ["Log Analytics Reader"], body: { query: "print n = 1", timespan: "P1D" } };

  test("are answered as a table by the function given", async () => {
    const seen: unknown[] = [];
    const query = (asked: unknown) => {
      seen.push(asked);
      return table;
    };
    const answer = told(await answered(smallTenant(), address, { ...parts, world: { query } }));
    expect([answer, seen]).toEqual([
      [200, { tables: [{ name: "PrimaryResult", ...table }] }],
      [{ text: "print n = 1", timespan: "P1D", at: "2026-03-01T10:00:00.000Z" }],
    ]);
  });

  test.each([
    ["no role", { ...parts, roles: [] }, [403, "InsufficientAccessError"]],
    ["no query", { roles: parts.roles, body: {} }, [400, "BadArgumentError"]],
  ])("%s", async (_, given, expected) => {
    expect(told(await answered(smallTenant(), address, given))).toEqual(expected);
  });
});

test("every call states its page and when it was read", () => {
  const wrong = azureRoutes().filter(
    ({ source }) => !/^https:\/\/learn\.microsoft\.com\/\S+, read \d{4}-\d\d-\d\d$/.test(source),
  );
  expect(wrong).toEqual([]);
});
