import { describe, expect, test } from "vitest";
import { graphRoutes, groupsOf } from "../../src/tenant";
import {
  ADMIN,
  answered,
  BOSS,
  HELPDESK,
  INNER,
  LOCATION,
  NINA,
  OUTER,
  QUARANTINE,
  smallTenant,
  told,
} from "./small-tenant";

const READ = { graph: ["User.Read.All", "GroupMember.Read.All"] };
const DISABLE = { graph: ["User.EnableDisableAccount.All", "User.Read.All"], body: { accountEnabled: false } };

const GROUP = (id: string) => ({ "@odata.type": "#microsoft.graph.group", id });

async function answers(text: string, parts: Parameters<typeof answered>[2] = {}) {
  return told(await answered(smallTenant(), text, parts));
}

describe("who may call", () => {
  test.each([
    ["no token", `GET /users/${NINA}`, { ...READ, audience: null }, [401, "InvalidAuthenticationToken"]],
    [
      "a token for ARM",
      `GET /users/${NINA}`,
      { ...READ, audience: "https://management.azure.com" },
      [401, "InvalidAuthenticationToken"],
    ],
    ["no right", `GET /users/${NINA}`, {}, [403, "Authorization_RequestDenied"]],
    [
      "half of a set",
      `PATCH /users/${NINA}`,
      { ...DISABLE, graph: ["User.EnableDisableAccount.All"] },
      [403, "Authorization_RequestDenied"],
    ],
    ["the set", `PATCH /users/${NINA}`, DISABLE, [204, undefined]],
    [
      "the right of another property",
      `PATCH /users/${NINA}`,
      { ...DISABLE, graph: ["User-PasswordProfile.ReadWrite.All"] },
      [403, "Authorization_RequestDenied"],
    ],
    ["somebody with a directory role", `PATCH /users/${ADMIN}`, DISABLE, [403, "Authorization_RequestDenied"]],
  ])("%s", async (_, text, parts, expected) => {
    expect(await answers(text, parts)).toEqual(expected);
  });
});

describe("what is refused by name", () => {
  test.each([
    ["GET /me", "GET /v1.0/me of Microsoft Graph is not in its contract"],
    [`GET /users/${NINA}?$expand=manager`, "the query option `$expand` of GET /users/{user} is not in its contract"],
    [`GET /users/${NINA}?$select=shoeSize`, "the property `shoeSize` in $select is not in the contract"],
    [
      "GET /users?$filter=startswith(mail,'n')",
      "the $filter `startswith(mail,'n')` is not in the contract: it takes equalities joined by and, or",
    ],
    ["GET /users?$filter=displayName eq 'n'", "filtering by `displayName` is not in the contract"],
    ["GET https://graph.microsoft.com/beta/users", "GET /beta/users of Microsoft Graph is not in its contract"],
    ["GET https://contoso.example/", "nothing in the tenant answers at `contoso.example`"],
  ])("%s", async (text, why) => {
    const [kind, message] = await answers(text, READ);
    expect([kind, String(message).endsWith(why) ? why : message]).toEqual(["unknown", why]);
  });
});

describe("people", () => {
  test("one by name, selected, with null for what is not set", async () => {
    const [status, body] = await answers(
      "GET /users/NINA@contoso.example?$select=id,accountEnabled,onPremisesSyncEnabled,department",
      READ,
    );
    expect([status, body]).toEqual([
      200,
      {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
        id: NINA,
        accountEnabled: true,
        onPremisesSyncEnabled: null,
        department: null,
      },
    ]);
  });

  test.each([
    ["GET /users/nobody@contoso.example", [404, "Request_ResourceNotFound"]],
    [`GET /users/${BOSS}/manager`, [404, "Request_ResourceNotFound"]],
    [`GET /users/${NINA}?$select=signInActivity`, [403, "Authorization_RequestDenied"]],
  ])("%s", async (text, expected) => {
    expect(await answers(text, READ)).toEqual(expected);
  });

  test("the manager, selected", async () => {
    const [, body] = await answers(`GET /users/${NINA}/manager?$select=id`, READ);
    expect(body).toEqual({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#directoryObjects/$entity",
      id: BOSS,
    });
  });

  test("disabling, sessions and passwords change the tenant", async () => {
    const tenant = smallTenant();
    await answered(tenant, `PATCH /users/${NINA}`, DISABLE);
    const revoked = told(
      await answered(tenant, `POST /users/${NINA}/revokeSignInSessions`, { graph: ["User.RevokeSessions.All"] }),
    );
    const body = { passwordProfile: { password: "new", forceChangePasswordNextSignIn: true } };
    await answered(tenant, `PATCH /users/${NINA}`, { graph: ["User-PasswordProfile.ReadWrite.All"], body });
    const user = tenant.directory.users.get(NINA);
    expect([revoked, user?.properties.accountEnabled, user?.revocations, user?.password]).toEqual([
      [200, { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#Edm.Boolean", value: true }],
      false,
      1,
      "new",
    ]);
  });

  test("pages, and the link to the next one", async () => {
    const tenant = smallTenant();
    const first = await answered(tenant, "GET /users?$top=2&$select=id", READ);
    const body = (first.kind === "answer" ? first.body : {}) as {
      readonly value: unknown;
      readonly "@odata.nextLink": string;
    };
    const second = told(await answered(tenant, `GET ${body["@odata.nextLink"]}`, READ));
    expect([body.value, (second[1] as { readonly value: unknown }).value]).toEqual([
      [{ id: NINA }, { id: BOSS }],
      [{ id: ADMIN }],
    ]);
  });
});

describe("groups and roles", () => {
  test("membership is transitive, and only what was asked is told", async () => {
    const [, body] = await answers(`POST /users/${NINA}/checkMemberGroups`, {
      ...READ,
      body: { groupIds: [OUTER, QUARANTINE] },
    });
    expect((body as { readonly value: unknown }).value).toEqual([OUTER]);
    expect(groupsOf(smallTenant().directory, NINA).map(({ id }) => id)).toEqual([INNER, OUTER]);
  });

  test("a list is cast to groups only where the index is asked for", async () => {
    const path = `GET /users/${NINA}/transitiveMemberOf/microsoft.graph.group?$select=id`;
    const cast = await answered(smallTenant(), `${path}&$count=true`, {
      ...READ,
      headers: { ConsistencyLevel: "eventual" },
    });
    expect([await answers(path, READ), told(cast)]).toEqual([
      [400, "Request_UnsupportedQuery"],
      [
        200,
        {
          "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#groups",
          value: [GROUP(INNER), GROUP(OUTER)],
          "@odata.count": 2,
        },
      ],
    ]);
  });

  test("who may not read groups sees their ids alone", async () => {
    const [, body] = await answers(`GET /users/${NINA}/memberOf?$select=id,displayName`, { graph: ["User.Read.All"] });
    expect((body as { readonly value: unknown }).value).toEqual([{ ...GROUP(INNER), displayName: null }]);
  });

  test("more than twenty groups are a bad request", async () => {
    const groupIds = Array.from({ length: 21 }, () => OUTER);
    expect(await answers(`POST /users/${NINA}/checkMemberGroups`, { ...READ, body: { groupIds } })).toEqual([
      400,
      "Request_BadRequest",
    ]);
  });

  test("a member is added once, and taken away once", async () => {
    const tenant = smallTenant();
    const graph = ["GroupMember.ReadWrite.All"];
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${NINA}` };
    const calls = [];
    for (const text of [
      `POST /groups/${QUARANTINE}/members/$ref`,
      `POST /groups/${QUARANTINE}/members/$ref`,
      `DELETE /groups/${QUARANTINE}/members/${NINA}/$ref`,
      `DELETE /groups/${QUARANTINE}/members/${NINA}/$ref`,
    ]) {
      calls.push(told(await answered(tenant, text, { graph, body })));
    }
    expect(calls).toEqual([
      [204, undefined],
      [400, "Request_BadRequest"],
      [204, undefined],
      [404, "Request_ResourceNotFound"],
    ]);
  });

  test.each(["roleAssignments", "roleEligibilityScheduleInstances"])("%s of a principal", async (list) => {
    const [status, body] = await answers(`GET /roleManagement/directory/${list}?$filter=principalId eq '${ADMIN}'`, {
      graph: ["RoleManagement.Read.Directory"],
    });
    const { value } = body as { readonly value: readonly { readonly roleDefinitionId: string }[] };
    expect([status, value.map(({ roleDefinitionId }) => roleDefinitionId)]).toEqual([200, [HELPDESK]]);
  });
});

test("the role of an assignment, expanded", async () => {
  const parts = { graph: ["RoleManagement.Read.Directory"] };
  const path = `GET /roleManagement/directory/roleAssignments?$filter=principalId eq '${ADMIN}'&$expand=`;
  const [, body] = await answers(`${path}roleDefinition`, parts);
  const { value } = body as {
    readonly value: readonly { readonly roleDefinition: { readonly displayName: string } }[];
  };
  expect([value[0]?.roleDefinition.displayName, (await answers(`${path}principal`, parts))[0]]).toEqual([
    "Helpdesk Administrator",
    "unknown",
  ]);
});

describe("the rest", () => {
  test("risk needs a licence, and is kept", async () => {
    const tenant = smallTenant();
    const graph = ["IdentityRiskyUser.ReadWrite.All"];
    const confirmed = told(
      await answered(tenant, "POST /identityProtection/riskyUsers/confirmCompromised", {
        graph,
        body: { userIds: [NINA] },
      }),
    );
    const unlicensed = { ...tenant, directory: { ...tenant.directory, licences: new Set<never>() } };
    const refused = told(
      await answered(unlicensed, "POST /identityProtection/riskyUsers/dismiss", { graph, body: { userIds: [NINA] } }),
    );
    expect([confirmed, tenant.directory.users.get(NINA)?.risk, refused]).toEqual([
      [204, undefined],
      { level: "high", state: "confirmedCompromised" },
      [403, "Forbidden"],
    ]);
  });

  test("a method is deleted under its own type only", async () => {
    const tenant = smallTenant();
    const graph = ["UserAuthenticationMethod.ReadWrite.All"];
    const phone = tenant.directory.users.get(NINA)?.methods[1]?.id;
    const calls = [];
    for (const kind of ["fido2Methods", "phoneMethods", "phoneMethods"]) {
      calls.push(told(await answered(tenant, `DELETE /users/${NINA}/authentication/${kind}/${phone}`, { graph })));
    }
    expect(calls).toEqual([
      [404, "resourceNotFound"],
      [204, undefined],
      [404, "resourceNotFound"],
    ]);
  });

  test("a named location is read, changed, and refuses what is no range", async () => {
    const tenant = smallTenant();
    const graph = ["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"];
    const path = `/identity/conditionalAccess/namedLocations/${LOCATION}`;
    const range = { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.9/32" };
    const bad = told(await answered(tenant, `PATCH ${path}`, { graph, body: { ipRanges: [{ cidrAddress: "x" }] } }));
    await answered(tenant, `PATCH ${path}`, { graph, body: { ipRanges: [range] } });
    const [, body] = told(await answered(tenant, `GET ${path}?$select=ipRanges`, { graph }));
    expect([bad, (body as { readonly ipRanges: unknown }).ipRanges]).toEqual([[400, "Request_BadRequest"], [range]]);
  });

  test("what is known of a host", async () => {
    const graph = ["ThreatIntelligence.Read.All"];
    const [status, body] = await answers(
      "GET /security/threatIntelligence/hosts/203.0.113.9/reputation?$select=score",
      { graph },
    );
    expect([status, (body as { readonly score: unknown }).score]).toEqual([200, 90]);
    expect(await answers("GET /security/threatIntelligence/hosts/192.0.2.1/reputation", { graph })).toEqual([
      404,
      "NotFound",
    ]);
  });
});

describe("faults on order", () => {
  test("the first call is throttled, the next goes through", async () => {
    const tenant = smallTenant();
    const faults = { [`GET /users/${NINA}`]: [429, 200, 503] };
    const world = { ...READ, faults };
    const first = await answered(tenant, `GET /users/${NINA}`, world);
    expect(first).toMatchObject({ statusCode: 429, headers: { "Retry-After": "10" } });
  });
});

test("every call states its page and when it was read", () => {
  const wrong = graphRoutes().filter(
    ({ source }) => !/^https:\/\/learn\.microsoft\.com\/\S+, read \d{4}-\d\d-\d\d$/.test(source),
  );
  expect(wrong).toEqual([]);
});
