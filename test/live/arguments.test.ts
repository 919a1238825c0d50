/** The live test starts for nobody who did not say, flag by flag, what it may touch. */

import { expect, test } from "vitest";
import { liveRunOf } from "./arguments";

const all = ["--i-may-touch", "rg", "--tenant", "t", "--subscription", "s", "--workspace", "w"];

test.each([
  [[], "missing: --i-may-touch, --tenant, --subscription, --workspace"],
  [all.slice(2), "missing: --i-may-touch"],
  [all.slice(0, -1), "missing: --workspace"],
  [["--i-may-touch", "--tenant", "t", ...all.slice(4)], "unknown argument `t`"],
  [[...all, "--force"], "unknown argument `--force`"],
])("%j is refused", (args, because) => {
  expect(liveRunOf(args)).toBe(because);
});

test("without --write nothing is written", () => {
  const wanted = { resourceGroup: "rg", tenantId: "t", subscriptionId: "s", workspace: "w" };
  expect(liveRunOf(all)).toEqual({ ...wanted, writes: false });
  expect(liveRunOf([...all, "--write"])).toEqual({ ...wanted, writes: true });
});
