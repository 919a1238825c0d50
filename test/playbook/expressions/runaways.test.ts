import { expect, test } from "vitest";
import { evaluated } from "./expect-value";

const RUNAWAYS: readonly (readonly [name: string, expression: string, start: string])[] = [
  ["nested calls", `${"not(".repeat(1000)}true${")".repeat(1000)}`, "limit: the expression is nested"],
  [
    "nested keys",
    `${"variables('a')[".repeat(540)}1${"]".repeat(540)}`.slice(0, 8190),
    "limit: the expression is nested",
  ],
  [
    "many ranges",
    `createArray(${Array.from({ length: 600 }, () => "range(1,100000)").join()})`.slice(0, 8191),
    "invalid",
  ],
  [
    "large arrays",
    `length(createArray(${Array.from({ length: 500 }, () => "range(1,99999)").join()}))`,
    "limit: the evaluation makes more",
  ],
  [
    "large texts",
    "replace(replace(replace(join(range(1,99999),'aaaa'),'a',string(range(1,99999))),'1','22222222'),'2','33333')",
    "limit: the text would have",
  ],
  [
    "nested XPath",
    `xpath(xml(concat('<a>', join(range(1,2000), '<b/>'), '</a>')), '//*${"[//*".repeat(6)}${"]".repeat(6)}')`,
    "limit: the XPath visits more nodes",
  ],
  ["deep JSON", "json(concat(join(range(1,2),'['), replace(join(range(1,600),','),',','[')))", "invalid"],
  ["too long", `concat('${"a".repeat(8200)}')`, "invalid: the expression has 8210 characters"],
];

test.each(RUNAWAYS)("%s end with a finding", (_, expression, start) => {
  expect(String(evaluated(expression)).slice(0, start.length)).toBe(start);
});
