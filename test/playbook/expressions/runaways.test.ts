/** Runaway evaluations that take a while to reach their limit; the quick ones stand in language.test.ts. */

import { expect, test } from "vitest";
import { evaluated } from "./expect-value";

const RUNAWAYS: readonly (readonly [name: string, expression: string, start: string])[] = [
  [
    "large arrays",
    `length(createArray(${Array.from({ length: 500 }, () => "range(1,99999)").join()}))`,
    "limit: the evaluation makes more",
  ],
  [
    "nested XPath",
    `xpath(xml(concat('<a>', join(range(1,2000), '<b/>'), '</a>')), '//*${"[//*".repeat(6)}${"]".repeat(6)}')`,
    "limit: the XPath visits more nodes",
  ],
];

test.each(RUNAWAYS)("%s end with a finding", (_, expression, start) => {
  expect(String(evaluated(expression)).slice(0, start.length)).toBe(start);
});
