/** How far the conditions on the time of rows reach, through lets and functions. */

import { expect, test } from "vitest";
import { bind } from "../../src/kql/bind";

const DAY = 86_400;
const reach = (text: string) => bind({ text }).lookBacks.map(({ seconds }) => seconds / DAY);

test.each([
  ["SigninLogs | where TimeGenerated > ago(14d)", [14]],
  ["SigninLogs | where TimeGenerated between (ago(7d) .. ago(1d))", [7]],
  ["let back = 3d; let from = ago(2 * back); SigninLogs | where TimeGenerated >= from", [6]],
  ["SigninLogs | where TimeGenerated > now() - 2d - 12h", [2.5]],
  ["SigninLogs | where startofday(ago(3d)) <= TimeGenerated", [3]],
  ["let f = (back:timespan) { SigninLogs | where TimeGenerated > ago(back) }; f(5d) | union (f(back = 6d))", [5, 6]],
  ["let f = (back:timespan = 4d) { SigninLogs | where TimeGenerated > ago(back) }; f()", [4]],
  ["SigninLogs | where CreatedDateTime > ago(90d)", []],
  ["SigninLogs | extend Since = ago(30d) | where TimeGenerated > Since", []],
  ["SigninLogs | where TimeGenerated > datetime(2020-01-01)", []],
])("%s", (text, days) => {
  expect(reach(text)).toEqual(days);
});

test("the place is that of the call, where the function is the workspace's", () => {
  const functions = [
    { name: "Failures", parameters: "(back:timespan)", body: "SigninLogs | where TimeGenerated > ago(back)" },
  ];
  const text = "Failures(9d) | count";
  expect(bind({ text, functions }).lookBacks).toEqual([{ seconds: 9 * DAY, start: 0, end: 12 }]);
});
