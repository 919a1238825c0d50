/** Which aliases are taken away. That none of azure-native's reaches the engine, and ours do, is in tenant.test.ts. */

import type { Alias, ResourceTransformationArgs } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { withoutProviderAliases } from "../../components/provider-aliases";

const shipped: Alias = { type: "azure-native:securityinsights/v20210301preview:ScheduledAlertRule" };

test.each<[string, readonly (Alias | string)[] | undefined, readonly (Alias | string)[] | undefined]>([
  ["no aliases", undefined, undefined],
  ["ours alone", [{ name: "old" }], [{ name: "old" }]],
  ["azure-native's alone", [shipped, shipped], []],
  ["both", [shipped, { name: "old" }, "urn:pulumi:x"], [{ name: "old" }, "urn:pulumi:x"]],
  ["a type of ours", [{ type: "picket:index:Rules" }], [{ type: "picket:index:Rules" }]],
  ["a type and a name", [{ ...shipped, name: "old" }], [{ ...shipped, name: "old" }]],
  ["a type and a parent", [{ ...shipped, parent: "urn:x" }], [{ ...shipped, parent: "urn:x" }]],
])("%s", (_, aliases, left) => {
  const opts = { protect: true, ...(aliases === undefined ? {} : { aliases: [...aliases] }) };
  const props = { query: "SigninLogs" };
  const changed = withoutProviderAliases({
    type: "t",
    name: "n",
    props,
    opts,
    resource: {} as ResourceTransformationArgs["resource"],
  });
  expect(changed ?? { props, opts }).toEqual({
    props,
    opts: { ...opts, ...(left === undefined ? {} : { aliases: left }) },
  });
});
