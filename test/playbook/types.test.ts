/** The types of actions and triggers, and the members without which the service refuses one.
 *  Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers and the schema 2016-06-01 of definitions, read 2026-11-23. */

import { expect, test } from "vitest";
import { actionDefinitions } from "../../src/playbook/actions/registry";
import { checkWorkflow } from "../../src/playbook/check";
import { triggerTypeNames } from "../../src/playbook/workflow/trigger-types";

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  ApiConnection: ["inputs.host.connection.name", "inputs.method", "inputs.path"],
  ApiConnectionWebhook: ["inputs.host.connection.name", "inputs.path"],
  ApiManagement: ["inputs.api.id"],
  AppendToArrayVariable: ["inputs.name", "inputs.value"],
  AppendToStringVariable: ["inputs.name", "inputs.value"],
  Compose: ["inputs"],
  DecrementVariable: ["inputs.name"],
  Foreach: ["foreach", "actions"],
  Function: ["inputs.function.id"],
  Http: ["inputs.method", "inputs.uri"],
  HttpWebhook: ["inputs.subscribe.method", "inputs.subscribe.uri"],
  If: ["expression"],
  IncrementVariable: ["inputs.name"],
  InitializeVariable: ["inputs.variables"],
  JavaScriptCode: ["inputs.code"],
  Join: ["inputs.from", "inputs.joinWith"],
  ParseJson: ["inputs.content", "inputs.schema"],
  Query: ["inputs.from", "inputs.where"],
  Response: ["inputs.statusCode"],
  Scope: ["actions"],
  Select: ["inputs.from", "inputs.select"],
  SetVariable: ["inputs.name", "inputs.value"],
  Switch: ["expression", "cases"],
  Table: ["inputs.from", "inputs.format"],
  Terminate: ["inputs.runStatus"],
  Until: ["expression", "actions"],
  Wait: ["inputs"],
  Workflow: ["inputs.host.workflow.id", "inputs.host.triggerName"],
};
/** Of these nothing is known to be needed. */
const BARE_ACTIONS = `AS2Decode AS2Encode Batch EdifactDecode EdifactEncode Expression FlatFileDecoding FlatFileEncoding
IntegrationAccountArtifactLookup Liquid RosettaNetDecode RosettaNetEncode RosettaNetWaitForResponse SendToBatch SwiftDecode SwiftEncode
X12Decode X12Encode XmlCompose XmlParse XmlValidation Xslt`.split(/\s+/);

const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  ApiConnection: ["inputs.host.connection.name", "inputs.method", "inputs.path"],
  ApiConnectionWebhook: ["inputs.host.connection.name", "inputs.path"],
  Batch: ["inputs"],
  Http: ["inputs.method", "inputs.uri"],
  HttpWebhook: ["inputs.subscribe"],
  Recurrence: ["recurrence.frequency", "recurrence.interval"],
  SlidingWindow: ["recurrence.frequency", "recurrence.interval"],
};
const BARE_TRIGGERS = ["ApiManagement", "EventGrid", "Manual", "Request"];

test("the types are those of the reference and the schema, and no other", () => {
  expect(actionDefinitions.map(({ type }) => type).sort()).toEqual([...Object.keys(ACTIONS), ...BARE_ACTIONS].sort());
  expect([...triggerTypeNames()].sort()).toEqual([...Object.keys(TRIGGERS), ...BARE_TRIGGERS].sort());
});

/** What is reported as missing or as unknown. */
function missing(definition: object): readonly string[] {
  return checkWorkflow({ definition })
    .filter(({ code }) => code === "PKT4102" || code === "PKT4103")
    .map(({ message }) => message)
    .sort();
}

const none = (types: readonly string[]) => types.map((type) => [type, [] as readonly string[]] as const);

test.each([...Object.entries(ACTIONS), ...none(BARE_ACTIONS)])("an action %s needs %j", (type, members) => {
  const definition = { triggers: { manual: { type: "Request" } }, actions: { A: { type: type.toLowerCase() } } };
  expect(missing(definition)).toEqual(
    members.map((member) => `\`A\` of type ${type.toLowerCase()} has no \`${member}\``).sort(),
  );
});

test.each([...Object.entries(TRIGGERS), ...none(BARE_TRIGGERS)])("a trigger %s needs %j", (type, members) => {
  const definition = { triggers: { T: { type: type.toLowerCase() } }, actions: {} };
  expect(missing(definition)).toEqual(
    members.map((member) => `\`T\` of type ${type.toLowerCase()} has no \`${member}\``).sort(),
  );
});

test.each([
  ["Http", { method: "GET", uri: "" }, ["`A` of type Http has no `inputs.uri`"]],
  ["Http", { METHOD: "GET", Uri: "https://contoso.example" }, []],
  ["SetVariable", { name: "", value: "" }, ["`A` of type SetVariable has no `inputs.name`"]],
  ["AppendToArrayVariable", { name: "a", value: null }, []],
  ["Join", { from: "", joinWith: "" }, []],
  ["Select", { from: "", select: "" }, []],
  ["ParseJson", { content: "", schema: {} }, []],
])("%s with %j", (type, inputs, messages) => {
  expect(missing({ triggers: { manual: { type: "Request" } }, actions: { A: { type, inputs } } })).toEqual(messages);
});
