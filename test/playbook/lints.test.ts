/** Where the warnings about behaviour begin and end, beyond the examples of their records. */

import { describe, expect, test } from "vitest";
import { checkWorkflow } from "../../src/playbook/check";

const TRIGGERS = { manual: { type: "Request", inputs: { schema: {} } } };

function hasCode(code: string, actions: object, parameters?: object): boolean {
  const declared = { $connections: { type: "Object", defaultValue: {} } };
  const found = checkWorkflow({ definition: { parameters: declared, triggers: TRIGGERS, actions }, parameters });
  return found.some((each) => each.code === code);
}

const compose = (inputs: unknown, parts: object = {}) => ({ type: "Compose", inputs, ...parts });
const http = (uri: string, method = "GET") => ({ type: "Http", inputs: { method, uri } });
const following = (name: string, ...statuses: readonly string[]) => ({ runAfter: { [name]: statuses } });

describe("PKT4801: what follows a Terminate", () => {
  const stop = { type: "Terminate", inputs: { runStatus: "Failed" }, ...following("First", "Failed", "TimedOut") };
  test.each([
    [["Succeeded"], true],
    [["Failed", "TimedOut"], true],
    [["Skipped"], false],
    [["Succeeded", "skipped"], false],
  ])("%j", (statuses, isFound) => {
    const actions = {
      First: http("https://contoso.example"),
      Stop: stop,
      Then: compose(1, following("Stop", ...statuses)),
    };
    expect(hasCode("PKT4801", actions)).toBe(isFound);
  });
});

describe("PKT4802: a failure path without time-outs", () => {
  const call = http("https://contoso.example");
  test.each([
    ["a call", { Call: call, Tell: compose(1, following("Call", "Failed")) }, true],
    ["a scope", { Call: { type: "Scope", actions: {} }, Tell: compose(1, following("Call", "Failed")) }, true],
    ["what waits for nobody", { Call: compose(1), Tell: compose(1, following("Call", "Failed")) }, false],
    [
      "a path of its own for them",
      { Call: call, Tell: compose(1, following("Call", "Failed")), Late: compose(1, following("call", "timedout")) },
      false,
    ],
  ])("%s", (_, actions, isFound) => {
    expect(hasCode("PKT4802", actions)).toBe(isFound);
  });
});

describe("PKT4803: a variable set by rounds at once", () => {
  const set = (value: unknown) => ({ type: "SetVariable", inputs: { name: "found", value } });
  const append = { type: "AppendToStringVariable", inputs: { name: "found", value: "@item()" } };
  const read = compose("@variables('found')");
  const loop = (actions: object) => ({ type: "Foreach", foreach: "@triggerBody()", actions });
  test.each([
    ["one value", loop({ A: set("yes") }), false],
    ["one value in two places", loop({ A: set("yes"), B: set("yes") }), false],
    ["two values", loop({ A: set("yes"), B: set("no") }), true],
    ["one value that a round reads", loop({ A: set("yes"), B: read }), true],
    [
      "one value that a round reads by its name in another case",
      loop({ A: set("yes"), B: compose("@variables('FOUND')") }),
      true,
    ],
    [
      "one value, where a round reads another variable",
      loop({ A: set("yes"), B: compose("@variables('other')") }),
      false,
    ],
    [
      "one value, where a round reads what only has its name",
      loop({ A: set("yes"), B: compose("@parameters('found')") }),
      false,
    ],
    [
      "one value, where a round reads a variable by a name that is made",
      loop({ A: set("yes"), B: compose("@variables(item())") }),
      false,
    ],
    ["one value set and appended to", loop({ A: set("yes"), B: append }), true],
    ["another value in each round", loop({ A: set("@item()") }), true],
    ["a value that is read by the outer of two loops", loop({ In: loop({ A: append }), B: read }), true],
    ["a collection", loop({ A: append }), false],
  ])("%s", (_, each, isFound) => {
    const init = { type: "InitializeVariable", inputs: { variables: [{ name: "found", type: "string" }] } };
    expect(hasCode("PKT4803", { Init: init, Each: { ...each, ...following("Init", "Succeeded") } })).toBe(isFound);
  });
});

test("PKT4803: what the workflow gives at its end is read by no round", () => {
  const actions = {
    Init: { type: "InitializeVariable", inputs: { variables: [{ name: "found", type: "string" }] } },
    Each: {
      type: "Foreach",
      foreach: "@triggerBody()",
      actions: { Keep: { type: "SetVariable", inputs: { name: "found", value: "yes" } } },
      ...following("Init", "Succeeded"),
    },
  };
  const outputs = { found: { type: "String", value: "@variables('found')" } };
  const found = checkWorkflow({ definition: { triggers: TRIGGERS, actions, outputs } });
  expect(found.filter(({ code }) => code === "PKT4803")).toEqual([]);
});

describe("PKT4804: what looks like a secret in a comment", () => {
  test.each([
    ["@{body('Get_secret')?['value']}", true],
    ["@{outputs('Get_secret')?['body']?['value']}", true],
    ["@{body('Reset')?['newPassword']}", true],
    ["@{outputs('Make_password')}", true],
    ["@{body('Get_secret')?['id']}", false],
    ["@{outputs('Reset_password')?['statusCode']}", false],
    ["@{body('Get_user')?['passwordPolicies']}", false],
    ["@{item()?['secretName']}", false],
  ])("%s", (message, isFound) => {
    const inputs = {
      host: { connection: { name: "c" } },
      method: "post",
      path: "/Incidents/Comment",
      body: { message },
    };
    expect(hasCode("PKT4804", { Comment: { type: "ApiConnection", inputs } })).toBe(isFound);
  });
});

test.each([
  ["/v2/Mail", { body: { text: "@{variables('newPassword')}" } }, true],
  ["/v2/Mail", { headers: { key: "@{variables('apiKey')}" } }, false],
  ["/directory/reset", { body: { text: "@{variables('newPassword')}" } }, false],
])("PKT4804: a secret sent to %s as %j", (path, parts, isFound) => {
  const inputs = { host: { connection: { name: "c" } }, method: "post", path, ...parts };
  expect(hasCode("PKT4804", { Send: { type: "ApiConnection", inputs } })).toBe(isFound);
});

describe("PKT4807: an entity by its position", () => {
  const accounts = { type: "ApiConnection", inputs: { method: "post", path: "/entities/account" } };
  test.each([
    [{ Get: accounts, Copy: compose("@body('Get')?['Accounts']?[0]", following("Get", "Succeeded")) }, true],
    [{ Get: accounts, Copy: compose("@body('Get')?['Entities']?[0]", following("Get", "Succeeded")) }, true],
    [{ Get: accounts, Copy: compose("@body('Get')?['AccountsBefore']?[0]", following("Get", "Succeeded")) }, false],
    [{ Get: accounts, Copy: compose("@body('Get')?['KnownHosts']?[0]", following("Get", "Succeeded")) }, false],
    [{ Get: http("https://contoso.example"), Copy: compose("@body('Get')?['accounts'][0]") }, false],
    [{ Copy: compose("@triggerBody()?['Entities'][0]") }, true],
  ])("%j", (actions, isFound) => {
    expect(hasCode("PKT4807", actions)).toBe(isFound);
  });
});

test.each([
  ["/users?$filter=userPrincipalName eq 'a@contoso.example'", false],
  ["/users?$select=id&$filter=id eq 'a' and accountEnabled eq true", false],
  ["/users?$filter=id eq 'a' or id eq 'b'", true],
  ["/users?$filter=displayName eq 'Nina'", true],
])("PKT4809: a page of %s", (path, isFound) => {
  expect(hasCode("PKT4809", { Find: http(`https://graph.microsoft.com/v1.0${path}`) })).toBe(isFound);
});

test.each([
  ["azuresentinel", true],
  ["servicenow", false],
])("PKT4812: the connector is told by the id of the connection: %s", (connector, isFound) => {
  const id = `/subscriptions/s/providers/Microsoft.Web/locations/westeurope/managedApis/${connector}`;
  const name = "@parameters('$connections')['desk']['connectionId']";
  const inputs = { host: { connection: { name } }, method: "put", path: "/Case/a/Status" };
  const given = { $connections: { value: { desk: { id, connectionId: "/c" } } } };
  expect(hasCode("PKT4812", { Close: { type: "ApiConnection", inputs } }, given)).toBe(isFound);
});

test.each([
  ["/users/nina/revokeSignInSessions", true],
  ["/users/nina/authentication/methods/1/resetPassword", true],
  ["/users/nina/checkMemberGroups", false],
  ["/users/soc/calendar/events", false],
])("PKT4813: an unguarded POST %s", (path, isFound) => {
  expect(hasCode("PKT4813", { Do: http(`https://graph.microsoft.com/v1.0${path}`, "POST") })).toBe(isFound);
});

describe("PKT4806: a loop over the entities that Sentinel's connector lists", () => {
  const listed = (path: string, expression: string) => ({
    Hosts: {
      type: "ApiConnection",
      inputs: {
        host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } },
        method: "post",
        path,
      },
    },
    Each: { type: "Foreach", foreach: expression, actions: {}, ...following("Hosts", "Succeeded") },
  });
  test.each([
    ["/entities/host", "@body('Hosts')?['Hosts']", false],
    ["/entities/host", "@body('Hosts')?['Hosts']?['Other']", true],
    ["/Incidents", "@body('Hosts')?['value']", true],
  ])("%s %s", (path, expression, isFound) => {
    expect(hasCode("PKT4806", listed(path, expression))).toBe(isFound);
  });
});

test.each([
  [{}, "no type"],
  [{ type: 5 }, "the unknown type `5`"],
  [{ type: "Text" }, "the unknown type `Text`"],
  [{ type: "secureString" }, undefined],
])("PKT4405: a parameter %j", (declared, what) => {
  const parameters = { p: { ...declared, defaultValue: 1 } };
  const found = checkWorkflow({ definition: { parameters, triggers: TRIGGERS, actions: {} } });
  const messages = found.filter(({ code }) => code === "PKT4405").map(({ message }) => message);
  expect(messages.map((message) => message.split("; ")[0])).toEqual(
    what === undefined ? [] : [`the parameter \`p\` has ${what}`],
  );
});

test.each([
  ["@", true],
  ["@@", false],
  ["Bearer @variables('token')", true],
  ["@{utcNow()} and @utcNow()", true],
  ["@outputs('A')", false],
  ["@{concat('@', 'utcNow()')}", false],
  ["nina@body(of)", false],
  ["for @everyone(here)", false],
  ["a @@utcNow()", false],
])("PKT4814: %s", (text, isFound) => {
  expect(hasCode("PKT4814", { Say: compose(text) })).toBe(isFound);
});

describe("PKT4505: Responses on different ends of one action", () => {
  const answer = (parts: object) => ({ type: "Response", inputs: { statusCode: 200 }, ...parts });
  const work = { type: "Scope", actions: {} };
  test.each([
    [
      "its success and its failure",
      { Good: answer(following("Work", "Succeeded")), Bad: answer(following("work", "failed")) },
      false,
    ],
    [
      "a step further",
      {
        Log: compose(1, following("Work", "Succeeded")),
        Good: answer(following("Log", "Succeeded", "Failed")),
        Bad: answer(following("Work", "Failed", "Skipped")),
      },
      false,
    ],
    [
      "a step that may be skipped",
      {
        Log: compose(1, following("Work", "Succeeded")),
        Good: answer(following("Log", "Succeeded", "Skipped")),
        Bad: answer(following("Work", "Failed")),
      },
      true,
    ],
    [
      "one end that is common",
      { Good: answer(following("Work", "Succeeded", "Failed")), Bad: answer(following("Work", "Failed")) },
      true,
    ],
    [
      "an action before it that failed",
      { Good: answer(following("Work", "Succeeded")), Note: compose(1), Bad: answer(following("Note", "Failed")) },
      true,
    ],
  ])("%s", (_, actions, isFound) => {
    expect(hasCode("PKT4505", { Work: work, ...actions })).toBe(isFound);
  });
});
