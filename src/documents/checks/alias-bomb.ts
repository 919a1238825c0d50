/** Aliases that unfold to too much. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const aliasBomb: CheckInfo = {
  code: "PKT1003",
  severity: "error",
  title: "aliases that unfold to too much",
  why: "A few lines of nested aliases can unfold to more than any memory holds. Real documents repeat a handful of values.",
  source: "picket",
  avoid: () =>
    `a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcde"[index]}`)}]\n`).join("")}`,
  prefer: rule({ entityMappings: "tactics: &tactics [InitialAccess]" }),
  nearMiss: () =>
    rule({
      customDetails: `customDetails:\n  Detail0: &app AppDisplayName\n${Array.from({ length: 120 }, (_, index) => `  Detail${index + 1}: *app\n`).join("")}`,
    }),
};
