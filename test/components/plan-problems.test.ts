/** Why a Plan must not be deployed, as far as it is known without asking Azure. */

import { expect, test } from "vitest";
import { planProblems } from "../../components/plan-problems";
import type { Plan } from "../../src/plan";
import { planOf, resource } from "./plans";

const surroundings = {
  isMonitored: false,
  hasSecret: (key: string) => key === "set",
  parents: new Set(["detections"]),
};

const secret = (key: string) => ({ "picket:secret": key });

test.each<[string, Plan, readonly string[]]>([
  ["a good one", planOf([resource("a", { inputs: { query: secret("set") } })]), []],
  [
    "a sample",
    planOf([resource("a")], { deploy: false }),
    ["tenant `contoso` is a sample (`deploy: false`) and is never deployed"],
  ],
  [
    "an empty one",
    planOf([]),
    [
      "the Plan of tenant `contoso` is empty: deploying it would delete all that this stack has; `allowEmpty: true` in the tenant says that it is meant",
    ],
  ],
  ["an empty one that is meant", planOf([], { allowEmpty: true }), []],
  [
    "missing secrets, each once, in order",
    planOf([resource("a", { inputs: { x: [secret("two"), secret("one")], y: { deep: secret("two") } } })]),
    [
      "the secret `picket:one` is not set: `pulumi config set --secret picket:one`",
      "the secret `picket:two` is not set: `pulumi config set --secret picket:two`",
    ],
  ],
  [
    "a type and a parent that nobody makes",
    planOf([resource("a", { type: "azure-native:web:Connection", parent: "access" })]),
    [
      "`a` is of the type `azure-native:web:Connection`, which this version cannot deploy",
      "`a` stands under `access`, which this version cannot deploy",
    ],
  ],
])("%s", (_, plan, problems) => {
  expect(planProblems(plan, surroundings)).toEqual(problems);
});

test("a sample in picket's own monitor is no problem", () => {
  expect(planProblems(planOf([resource("a")], { deploy: false }), { ...surroundings, isMonitored: true })).toEqual([]);
});
