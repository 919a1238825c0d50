/** The public face, used as examples/own-program uses it. */

import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyTenantAnswers, runProgram } from "../../src/monitor";

test("a program of one's own deploys a Plan, protected, and uses what came of it", async () => {
  const { failure, registrations, outputs } = await runProgram({
    folder: join(__dirname, "../../examples/own-program"),
    stack: "dev",
    mode: "update",
    config: { "picket:tenant": "sample" },
    answers: emptyTenantAnswers({
      tenantId: "11111111-1111-4111-8111-111111111111",
      workspace: { subscriptionId: "22222222-2222-4222-8222-222222222222", resourceGroup: "rg-soc", name: "law-soc" },
    }),
  });
  expect({ failure, outputs }).toEqual({ failure: undefined, outputs: { searchId: "alerts-of-new-users" } });
  const own = registrations.find(({ name }) => name === "alerts-of-new-users");
  expect({ query: own?.inputs.query, provider: own?.options.provider }).toEqual({
    query: 'SecurityAlert | where ExtendedProperties has "new-user-from-bad-source"',
    provider: "urn:pulumi:dev::own-program::pulumi:providers:azure-native::azure-native::azure-native",
  });
  const planned = registrations.filter(({ urn }) => urn.includes("picket:index:Detections$"));
  expect(planned.map(({ options }) => options.protect)).toEqual(planned.map(() => true));
  expect(planned.map(({ name }) => name)).toContain("new-user-from-bad-source");
});
